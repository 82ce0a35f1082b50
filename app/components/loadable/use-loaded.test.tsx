import { type ComponentType, Suspense } from "react";
import { renderToReadableStream } from "react-dom/server";
import { expect, test } from "vitest";
import { componentCode } from "./component-code";
import { loadableComponent } from "./loadable-component";
import { UnloadedError } from "./unloaded-error";

const words = { default: ({ children }: { children: string }) => <p>{children}</p> };

/** The page once all of it is there, and what went wrong in it. */
async function written(Words: ComponentType<{ children: string }>) {
  const errors: unknown[] = [];
  const page = await renderToReadableStream(
    <Suspense>
      <Words>there</Words>
    </Suspense>,
    { onError: (error: unknown) => void errors.push(error) },
  );
  await page.allReady;
  return { text: await new Response(page).text(), errors };
}

test("[LO1] a component whose code comes apart is waited for; loaded beforehand it is there at once", async () => {
  const code = componentCode(async () => words);
  expect((await written(loadableComponent(code))).text).toContain("<p>there</p>");
  expect(code.now).toBe(words.default);
});

test("[LO2] where its code cannot be loaded something stands in for it, or whoever is around hears of it", async () => {
  let isThere = false;
  const code = componentCode(async () => {
    if (!isThere) throw new TypeError("Failed to fetch dynamically imported module");
    return words;
  });
  const Words = loadableComponent(code, ({ children }) => <p>not {children}</p>);
  expect(await written(Words)).toMatchObject({ text: expect.stringContaining("<p>not <!-- -->there</p>"), errors: [] });
  expect((await written(loadableComponent(code))).errors[0]).toBeInstanceOf(UnloadedError);
  isThere = true;
  await code.again();
  expect((await written(Words)).text).toContain("<p>there</p>");
});
