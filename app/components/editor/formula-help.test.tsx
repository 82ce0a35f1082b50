import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { referenceProblem } from "../../../core/boards/reference";
import { FormulaHelp } from "./formula-help";

test("what the help shows can be written like that", () => {
  const written = [...renderToStaticMarkup(<FormulaHelp />).matchAll(/<code[^>]*>([^<]*)<\/code>/g)].map(
    ([, text]) => text ?? "",
  );
  expect(written.length).toBeGreaterThan(5);
  for (const one of written) expect([one, referenceProblem(one)]).toEqual([one, null]);
});
