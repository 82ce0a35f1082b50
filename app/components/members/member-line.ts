import type { Role } from "../../../core/protocol/welcome";

/** A member as the page shows it, with what the reader may do about it. */
export interface MemberLine {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly isYou: boolean;
  readonly isLastOwner: boolean;
  readonly mayRemove: boolean;
  /** The roles this member can be given, the present one among them. */
  readonly roles: readonly Role[];
}

/** An invitation that nobody accepted yet. Times are milliseconds since 1970. */
export interface InvitationLine {
  readonly id: string;
  readonly email: string;
  readonly role: Role;
  readonly sentAt: number;
  readonly endsAt: number;
  /** Null where the reader may not see it. */
  readonly link: string | null;
  readonly mayWithdraw: boolean;
}
