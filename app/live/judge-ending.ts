import { closeCodes, mayComeBack } from "../../core/protocol/bye";
import type { Ending, Verdict } from "./connection-state";

/** `badBefore`: a frame of an earlier socket did not parse either, so asking again will not help. */
export function judgeEnding(ending: Ending, badBefore: boolean): Verdict {
  switch (ending.kind) {
    case "silent":
      return comeBack("silent");
    case "bad_frame":
      return badBefore ? stayAway(closeCodes.bad_frame, "bad_frame") : comeBack("bad_frame");
    case "version":
      return stayAway(closeCodes.bad_frame, "version");
    case "closed":
      return judgeClose(ending.code, ending.reason, ending.after);
  }
}

function judgeClose(code: number, reason: string, after: number): Verdict {
  switch (code) {
    case closeCodes.rights_changed:
      return { ...comeBack(reason || "rights_changed", after), forget: true };
    case closeCodes.session_expired:
      return { ...comeBack(reason || "session_expired", after), ask: true };
    case closeCodes.forbidden:
      return { ...stayAway(code, reason || "forbidden"), forget: true };
    default:
      return mayComeBack(code) ? comeBack(reason || "lost", after) : stayAway(code, reason || nameOf(code));
  }
}

function nameOf(code: number): string {
  return Object.entries(closeCodes).find(([, known]) => known === code)?.[0] ?? "closed";
}

function comeBack(reason: string, after = 0) {
  return { next: "return", after, reason, forget: false, ask: false } as const;
}

function stayAway(code: number, reason: string) {
  return { next: "stay_away", code, reason, forget: false } as const;
}
