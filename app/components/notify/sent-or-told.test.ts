import { expect, test } from "vitest";
import { waiting } from "./notify";
import { sentOrTold } from "./sent-or-told";

test("a form that cannot be sent leaves its page as it is, and says so", async () => {
  expect(await sentOrTold(async () => "saved")).toBe("saved");
  expect(waiting.take()).toEqual([]);
  const lost = sentOrTold(() => Promise.reject(new TypeError("Failed to fetch")));
  expect(await lost).toMatchObject({ data: undefined, init: { status: 503 } });
  expect(waiting.take()).toMatchObject([{ words: "Not done", more: "The server cannot be reached just now." }]);
  const refusal = new Response(null, { status: 403 });
  await expect(sentOrTold(() => Promise.reject(refusal))).rejects.toBe(refusal);
});

test("every page with a form has words for one that cannot be sent, but the one to log out", () => {
  const pages = import.meta.glob<string>("../../routes/*.tsx", { query: "?raw", import: "default", eager: true });
  const others = Object.entries(pages).filter(
    ([, text]) => text.includes("export async function action") && !/export .* clientAction\b/.test(text),
  );
  expect(others.map(([path]) => path)).toEqual(["../../routes/logout.tsx"]);
});
