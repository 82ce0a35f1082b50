import { LiveError } from "../core/errors";
import type { Limits } from "../core/hub/limits";
import { isPattern } from "../core/keys/pattern";
import { parseCursor } from "../core/protocol/cursor";
import { MAX_PATTERNS_A_FRAME } from "../core/protocol/subscribe";

/** What a reader by HTTP asks for. */
export interface Question {
  readonly keys: string[];
  /** Null for everything. */
  readonly since: string | null;
}

/** `?keys=a.*,b&since=CURSOR`, within what a `subscribe` may hold. Throws the LiveError to answer with. */
export function questionOf({ searchParams }: URL, { patternBytes }: Limits, lastEventId: string | null): Question {
  const asked = searchParams.getAll("keys").flatMap((list) => list.split(","));
  const keys = [...new Set(asked.filter((pattern) => pattern !== ""))];
  if (keys.length === 0) throw new LiveError("bad_pattern", "Name the keys to read: ?keys=a.*,b");
  const bad = keys.find((pattern) => !isPattern(pattern));
  if (bad !== undefined) throw new LiveError("bad_pattern", `${JSON.stringify(bad.slice(0, 160))} is no key pattern.`);
  if (keys.length > MAX_PATTERNS_A_FRAME) {
    throw new LiveError("too_many_patterns", `At most ${MAX_PATTERNS_A_FRAME} patterns.`);
  }
  if (keys.reduce((sum, { length }) => sum + length + 3, 0) > patternBytes) {
    throw new LiveError("too_many_patterns", `All patterns may have ${patternBytes} characters together.`);
  }
  return { keys, since: sinceOf(lastEventId ?? searchParams.get("since")) };
}

function sinceOf(text: string | null): string | null {
  if (text === null || text === "") return null;
  if (parseCursor(text) !== null) return text;
  throw new LiveError("bad_input", `${JSON.stringify(text.slice(0, 40))} is no cursor.`);
}
