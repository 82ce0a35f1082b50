import { useMayAlert } from "./use-may-alert";

/** Why who only looks finds nothing here to press. */
export function ViewerWords() {
  return useMayAlert() ? null : (
    <span className="text-12 text-muted">Your role lets you look: editors acknowledge and silence.</span>
  );
}
