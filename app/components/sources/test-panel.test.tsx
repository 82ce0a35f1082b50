import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { ReaderProvider } from "../format/reader-provider";
import { TestPanel } from "./test-panel";

test("what a good answer had to leave out is said, not kept quiet", () => {
  const note = "Left out: a key has at most 8 parts and 128 characters: “build_info”.";
  const reading = { key: "prom.up", value: 1, meta: { kind: "series" as const } };
  const sample = { ok: true as const, readings: [reading], total: 1, notes: [note], took: 5 };
  const page = renderToStaticMarkup(
    <ReaderProvider reader={{ locale: "en-US", timeZone: "UTC" }}>
      <TestPanel slug="prom" trial={{ state: "done", sample, changed: false }} />
    </ReaderProvider>,
  );
  expect(page).toContain("One key in 5 ms.");
  expect(page).toContain(note);
});
