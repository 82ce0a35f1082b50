import { type CloseReason, closeCodes, closeReasons, mayComeBack } from "../../core/protocol/bye";
import type { Ending, EndingReason, Verdict } from "./connection-state";

/** `badBefore`: a frame of an earlier socket did not parse either, so asking again will not help. */
export function judgeEnding(ending: Ending, badBefore: boolean): Verdict {
  switch (ending.kind) {
    case "silent":
      return comeBack("silent");
    case "bad_frame":
      return badBefore ? stayAway(closeCodes.bad_frame, "bad_frame") : comeBack("bad_frame");
    case "blocked":
      return comeBack("lost");
    case "version":
      return stayAway(closeCodes.bad_frame, "version");
    case "closed":
      return judgeClose(ending.code, ending.reason, ending.after);
  }
}

function judgeClose(code: number, reason: string, after: number): Verdict {
  switch (code) {
    case closeCodes.rights_changed:
      return { ...comeBack("rights_changed", after), forget: true };
    case closeCodes.session_expired:
      return { ...comeBack("session_expired", after), ask: true };
    case closeCodes.forbidden:
      return { ...stayAway(code, "forbidden"), forget: true };
    case closeCodes.bad_frame:
      return stayAway(code, reason === "version" ? "version" : "bad_frame");
    default:
      return mayComeBack(code) ? comeBack(nameOf(code) ?? "lost", after) : stayAway(code, nameOf(code) ?? "ended");
  }
}

function nameOf(code: number): CloseReason | undefined {
  return closeReasons.find((name) => closeCodes[name] === code);
}

function comeBack(reason: EndingReason, after = 0) {
  return { next: "return", after, reason, forget: false, ask: false } as const;
}

function stayAway(code: number, reason: EndingReason) {
  return { next: "stay_away", code, reason, forget: false } as const;
}
