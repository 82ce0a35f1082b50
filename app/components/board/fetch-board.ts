import * as v from "valibot";
import { boardDocument } from "../../../core/boards/document";
import { whole } from "../../../core/schema/whole";

const answer = v.object({ version: whole(), savedBy: v.string(), document: boardDocument });

/** A board as it was saved last, and who saved it ("": it is as it was made). */
export type SavedBoard = v.InferOutput<typeof answer>;

/** Asks for the board at `/w/:workspace/b/:board`. Throws where the server cannot be reached or says no. */
export async function fetchBoard(address: string, signal: AbortSignal): Promise<SavedBoard> {
  const response = await fetch(`${address}/document`, { signal });
  if (!response.ok) throw new Error(`the board's document was answered with ${response.status}`);
  return v.parse(answer, await response.json());
}
