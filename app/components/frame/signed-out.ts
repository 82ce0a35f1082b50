import { closeCodes } from "../../../core/protocol/bye";
import type { LiveStatus } from "../../live/live-status";

/** Whether the connection ended for good because the session did: revoked, or run out and not renewed. */
export function isSignedOut({ state, code }: LiveStatus): boolean {
  return state === "closed" && (code === closeCodes.session_revoked || code === closeCodes.session_expired);
}

/** Whether the server would no longer make this page: nobody is signed in, or the workspace is not theirs any more. */
export function isPageOver(status: LiveStatus): boolean {
  return isSignedOut(status) || (status.state === "closed" && status.code === closeCodes.forbidden);
}
