import * as v from "valibot";
import { defaultLimits } from "../hub/limits";
import { type WriteAnswer, Writes } from "../hub/writes";
import type { Json } from "../json";
import type { Principal, WriteRequest, WriteResult } from "../live-object";
import { append } from "../protocol/append";
import { set } from "../protocol/set";
import type { Role } from "../protocol/welcome";
import { type ChangeSet, Store } from "../store/store";
import { MemoryStorage } from "./memory-storage";

/** A member by its id. */
export function member(userId: string, role: Role = "editor"): Extract<Principal, { kind: "member" }> {
  return { kind: "member", userId, name: userId, role, sessionId: userId, sessionEnds: Number.MAX_SAFE_INTEGER };
}

/** A program by the id of its key. */
export function program(keyId: string): Extract<Principal, { kind: "key" }> {
  return { kind: "key", keyId, name: keyId };
}

/** What is written, over a store in memory, without connections: to `todo` by people, to `shop` by programs. */
export class WriteDesk {
  time = 1_000_000;
  readonly storage = new MemoryStorage();
  readonly logged: string[] = [];
  readonly limits = { ...defaultLimits };
  /** Keys that one reader each watches. */
  readonly watched = new Set<string>();
  store = this.#open();
  writes = this.#make();

  /** The object was evicted or killed: only the storage is left. */
  restart(): void {
    this.store = this.#open();
    this.writes = this.#make();
  }

  set(frame: Record<string, Json>, who: Principal = member("ada")): WriteAnswer {
    return this.writes.answer(who, v.parse(set, { type: "set", id: "1", key: "todo.a", ...frame }));
  }

  append(frame: Record<string, Json>, who: Principal = member("ada")): WriteAnswer {
    return this.writes.answer(who, v.parse(append, { type: "append", id: "1", key: "todo.log", ...frame }));
  }

  /** A program's. */
  write(request: WriteRequest, who: Principal = program("k1")): WriteResult {
    return this.writes.write(who, request);
  }

  commit(change: Partial<ChangeSet>): void {
    this.store.commit({ at: this.time, writes: [], removes: [], lastCheck: null, interval: 0, ...change });
  }

  value(key: string): Json | undefined {
    return this.store.get(key)?.value;
  }

  #open(): Store {
    return new Store(this.storage, () => "abcdefgh");
  }

  #make(): Writes {
    const ports = {
      clock: { now: () => this.time },
      logger: { error: (event: string) => this.logged.push(event) },
      limits: this.limits,
      source: (slug: string) => sources.get(slug),
      times: () => ({ checked: {} }),
    };
    return new Writes(this.store, ports, {
      commit: (change) => this.store.commit(change),
      reach: (keys) => keys.filter((key) => this.watched.has(key)).length,
    });
  }
}

const sources = new Map([
  ["todo", { kind: "editable", name: "To do" }],
  ["shop", { kind: "push", name: "Shop" }],
  ["node", { kind: "prometheus-scrape", name: "Node" }],
]);
