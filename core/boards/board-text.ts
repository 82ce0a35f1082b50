import * as v from "valibot";
import { pathOf } from "../schema/path-of";
import { plainWords } from "../schema/plain-words";
import { type BoardDocument, boardDocument } from "./document";
import { variableProblems } from "./variable-problems";

/** Characters of a document that is imported, at most. */
const MAX_TEXT = 500_000;

/** A board as it is exported: the members in the schema's order, so that the same board is the same text. */
export function boardText(document: BoardDocument): string {
  return `${JSON.stringify(v.parse(boardDocument, document), null, 2)}\n`;
}

/** What is wrong with a text that should be a board, by the path of what is wrong; or the board. */
export type ReadBoard =
  | { readonly ok: true; readonly document: BoardDocument }
  | { readonly ok: false; readonly problems: readonly { readonly path: string; readonly message: string }[] };

export function readBoardText(text: string): ReadBoard {
  if (text.length > MAX_TEXT) return problem("", "At most 500,000 characters.");
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return problem("", `This is no JSON: ${error instanceof Error ? error.message : "it cannot be read"}.`);
  }
  return readBoard(json);
}

/** The same of what has come out of JSON.parse. */
export function readBoard(json: unknown): ReadBoard {
  const parsed = v.safeParse(boardDocument, json, plainWords);
  if (!parsed.success) return { ok: false, problems: parsed.issues.slice(0, SHOWN).map(told) };
  const ids = parsed.output.panels.map(({ id }) => id);
  const twice = ids.findIndex((id, i) => ids.indexOf(id) !== i);
  if (twice !== -1) return problem(`panels[${twice}].id`, "Another panel has this id.");
  const far = parsed.output.panels.findIndex(({ place }) => place.y > LOWEST_ROW);
  if (far !== -1) return problem(`panels[${far}].place.y`, `At most ${LOWEST_ROW}.`);
  const problems = variableProblems(parsed.output);
  return problems.length === 0
    ? { ok: true, document: parsed.output }
    : { ok: false, problems: problems.slice(0, SHOWN) };
}

/** No row that is sent is below: merging moves panels down, to rows that still have to be numbers. */
const LOWEST_ROW = 100_000;

/** Problems that are told at once. */
const SHOWN = 10;

function problem(path: string, message: string): ReadBoard {
  return { ok: false, problems: [{ path, message }] };
}

/** `panels[2].place.w`, as one would write it in a program. */
function told(issue: v.BaseIssue<unknown>) {
  const text = pathOf(issue)
    .map((part) => (typeof part === "number" ? `[${part}]` : `.${part}`))
    .join("");
  return { path: text.replace(/^\./, ""), message: issue.message };
}
