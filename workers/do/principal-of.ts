import * as v from "valibot";
import type { Principal } from "../../core/live-object";
import { PRINCIPAL_HEADER, principal } from "./socket-attachment";

/** Who calls, as the Worker settled it. Throws only on a defect, since no header of a client gets here. */
export function principalOf(request: Request): Principal {
  return v.parse(principal, JSON.parse(request.headers.get(PRINCIPAL_HEADER) ?? "null"));
}
