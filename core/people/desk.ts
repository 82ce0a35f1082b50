import type { Json } from "../json";
import type { Members } from "./members";
import type { Person } from "./person";

/** What is known where somebody says something. */
export interface Desk {
  readonly by: Person;
  /** Whether they may take away what others said. */
  readonly moderates: boolean;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** The id of what is said now: that of the first event of the commit. */
  readonly id: number;
  readonly members: Members;
  /** Characters of JSON that a key may hold. */
  readonly valueBytes: number;
  /** What a key holds; undefined where there is none. */
  held(key: string): Json | undefined;
}
