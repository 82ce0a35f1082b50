import * as v from "valibot";
import { type BoardDocument, boardDocument } from "../../../core/boards/document";
import { whole } from "../../../core/schema/whole";
import type { SavedBoard } from "../board/fetch-board";

export type Outcome =
  | { readonly type: "saved"; readonly version: number; readonly document: BoardDocument }
  /** Somebody changed the same: the board as it stands. */
  | { readonly type: "clash"; readonly theirs: SavedBoard }
  /** In words, with what to do. */
  | { readonly type: "failed"; readonly words: string; readonly isSignedOut: boolean };

/** A server that has not answered by then will not. Milliseconds. */
const PATIENCE = 20_000;

/** Saves a board over the version that it was made from. Never throws: what went wrong is in the outcome. */
export async function sendBoard(address: string, over: number, document: BoardDocument): Promise<Outcome> {
  try {
    const response = await fetch(`${address}/document`, {
      method: "PUT",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ over, document }),
      // Who is signed out is sent to the login page.
      redirect: "manual",
      signal: AbortSignal.timeout(PATIENCE),
    });
    return await outcomeOf(response);
  } catch {
    // fetch rejects when there is no network or no server, and when it takes too long.
    return failed("The server cannot be reached. Your changes are kept in this browser: save again when it is back.");
  }
}

const saved = v.object({ version: whole(), document: boardDocument });
const clash = v.object({ version: whole(), savedBy: v.string(), theirs: boardDocument });
const problems = v.object({ problems: v.array(v.object({ path: v.string(), message: v.string() })) });

async function outcomeOf(response: Response): Promise<Outcome> {
  if (response.ok) return { type: "saved", ...v.parse(saved, await response.json()) };
  switch (response.status) {
    case 409: {
      const { version, savedBy, theirs } = v.parse(clash, await response.json());
      return { type: "clash", theirs: { version, savedBy, document: theirs } };
    }
    case 422: {
      const [first] = v.parse(problems, await response.json()).problems;
      return failed(`The server refuses ${first?.path ?? "it"}: ${first?.message ?? "it is not valid"}`);
    }
    case 0:
    case 401:
      return failed("You are signed out. Your changes are kept in this browser: sign in, then save again.", true);
    case 403:
      return failed("You may not change this board any more. Your changes are kept in this browser.");
    case 404:
      return failed("This board, or the version that you began with, is not there any more. Copy what you need.");
    default:
      return failed(`The server answered ${response.status}. Your changes are kept in this browser: try again.`);
  }
}

function failed(words: string, isSignedOut = false): Outcome {
  return { type: "failed", words, isSignedOut };
}
