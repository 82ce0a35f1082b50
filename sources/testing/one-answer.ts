import type { Egress, EgressReply } from "../../core/sources/connector";

/** A way out that leads to the same answer, whatever is asked. */
export function oneAnswer(reply: EgressReply): Egress {
  return { get: async () => reply };
}
