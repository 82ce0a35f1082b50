import * as v from "valibot";
import { can } from "../access/access";
import { decide, type Part, type Refused, refused } from "../hub/decide-write";
import type { Limits } from "../hub/limits";
import { Rate } from "../hub/rate";
import type { Wish } from "../hub/wish";
import { sourceOf } from "../keys/name";
import type { Principal } from "../live-object";
import type { Clock } from "../ports";
import { readAs } from "../schema/read-as";
import type { Store } from "../store/store";
import { eventId } from "../streams/event-id";
import type { Desk } from "./desk";
import { followed } from "./followed";
import { inInbox } from "./in-inbox";
import { inMarks } from "./in-marks";
import { inRoom } from "./in-room";
import { toMarks } from "./mark";
import { type Members, members } from "./members";
import { toInbox, toRoom } from "./message";

/** Messages and notes that a person may write in a minute, on all boards and to all others together. */
export const MESSAGES_A_MINUTE = 10;
const MINUTE = 60_000;

interface TalkPorts {
  readonly clock: Clock;
  readonly limits: Pick<Limits, "valueBytes">;
  readonly store: Pick<Store, "get" | "cursor">;
}

/** Decides what members write of keys about people, which refusesWrite has let through. */
export class Talk {
  readonly #ports: TalkPorts;
  /** Of those who said something in the running minute. */
  readonly #rates = new Map<string, Rate>();
  #minute = 0;

  constructor(ports: TalkPorts) {
    this.#ports = ports;
  }

  /** Null for a key that is not about people. */
  decide(principal: Principal, wish: Wish): readonly Part[] | Refused | null {
    const first = sourceOf(wish.key);
    const of = wish.key.slice(first.length + 1);
    if (principal.kind !== "member") return null;
    if (first === "$followed") return this.#follow(wish);
    if (first === "$rooms") return this.#say(principal, wish, toRoom, (data, desk) => inRoom(of, data, desk));
    if (first === "$inbox") return this.#say(principal, wish, toInbox, (data, desk) => inInbox(of, data, desk));
    if (first === "$marks") return this.#say(principal, wish, toMarks, (data, desk) => inMarks(of, data, desk));
    return null;
  }

  #follow(wish: Wish): readonly Part[] | Refused {
    const { clock, limits, store } = this.#ports;
    if (wish.to === "append") return refused("wrong_kind", "What one follows is set, not appended to.");
    const around = { source: "", valueBytes: limits.valueBytes, now: clock.now() };
    const part = decide(wish, store.get(wish.key), around);
    if ("refused" in part || !("write" in part)) return "refused" in part ? part : [part];
    const value = v.safeParse(followed, part.write.value);
    return value.success ? [part] : refused("bad_input", "A list of at most 100 keys and patterns.");
  }

  #say<Data extends object>(
    { userId, name, ...principal }: Extract<Principal, { kind: "member" }>,
    wish: Wish,
    shape: v.GenericSchema<unknown, Data>,
    say: (data: Data, desk: Desk) => Part[] | Refused,
  ): readonly Part[] | Refused {
    if (!this.#isThere(wish.key)) return refused("not_found");
    const [event, another] = wish.to === "append" ? wish.events : [];
    if (!event || another) return refused("wrong_kind", "What is said is appended, one message at a time.");
    const parsed = v.safeParse(shape, event.data);
    if (!parsed.success) {
      return refused("bad_input", "A message has a text of 1 to 2000 characters, a note a time and 1 to 500.");
    }
    const { clock, limits, store } = this.#ports;
    const desk: Desk = {
      by: { id: userId, name },
      moderates: can({ ...principal, userId, name }, "room.moderate"),
      now: clock.now(),
      id: eventId(store.cursor.seq + 1, 0),
      members: this.#members(),
      valueBytes: limits.valueBytes,
      held: (key) => store.get(key)?.value,
    };
    const parts = say(parsed.output, desk);
    const isText = "text" in parsed.output && parsed.output.text !== null;
    return "refused" in parts || !isText ? parts : (this.#tooFast(userId, desk.now) ?? parts);
  }

  #members(): Members {
    return readAs(members, this.#ports.store.get("$members")?.value) ?? [];
  }

  /** Whether there is the board, or the member, that the room, the marks or the inbox are of. */
  #isThere(key: string): boolean {
    const [first, id] = [sourceOf(key), key.slice(sourceOf(key).length + 1)];
    if (first === "$inbox") return this.#members().some((one) => one.id === id);
    return this.#ports.store.get(`$boards.${id}`) !== undefined;
  }

  #tooFast(userId: string, now: number): Refused | null {
    const minute = Math.floor(now / MINUTE);
    if (minute !== this.#minute) this.#rates.clear();
    this.#minute = minute;
    const rate = this.#rates.get(userId) ?? new Rate();
    this.#rates.set(userId, rate);
    if (rate.take(now, MESSAGES_A_MINUTE)) return null;
    const words = `At most ${MESSAGES_A_MINUTE} messages a minute.`;
    return { ...refused("rate_limited", words), after: (minute + 1) * MINUTE - now };
  }
}
