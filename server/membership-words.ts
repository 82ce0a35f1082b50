import type { MembershipRefusal } from "../core/access/membership";

interface Refused {
  readonly ok: false;
  readonly status: number;
  readonly problem: string;
}

/** A refusal as the page says it. `name`: of the member it is about. */
export function refusedMembership(refusal: MembershipRefusal, name: string): Refused {
  switch (refusal) {
    case "forbidden":
      return { ok: false, status: 403, problem: "Your role does not allow this." };
    case "higher_role":
      return {
        ok: false,
        status: 403,
        problem: "Only an owner can give the role of owner, change it, or take it away.",
      };
    case "last_owner":
      return { ok: false, status: 409, problem: `${name} is the only owner. Make somebody else an owner first.` };
  }
}

/** Somebody else was faster: what the page showed is no longer how it is. */
export const overtaken: Refused = {
  ok: false,
  status: 409,
  problem: "The role changed meanwhile. Look at it again and repeat what you meant to do.",
};
