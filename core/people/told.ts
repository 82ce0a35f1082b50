import type { Message } from "./message";

/** What became of a message of a room, to be recorded: how it reads now; null where its author has taken it back. */
export interface Told {
  readonly board: string;
  readonly id: number;
  readonly message: Message | null;
}
