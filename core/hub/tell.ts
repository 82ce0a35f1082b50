import type { DownFrame } from "../protocol/down";
import { encode } from "./hub";
import type { Subscriber } from "./subscriber";

/** Says something that is no step of the store and no part of an answer: see Outbox.tell. */
export function tell({ outbox }: Pick<Subscriber, "outbox">, frame: DownFrame): void {
  outbox.tell(encode(frame));
}
