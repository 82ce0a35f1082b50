import * as v from "valibot";
import { defaultLimits } from "../../../core/hub/limits";
import type { Json } from "../../../core/json";
import { matches } from "../../../core/keys/pattern";
import type { FakeTime } from "../../../core/proof/testing/fake-time";
import type { Ack } from "../../../core/protocol/ack";
import { formatCursor, parseCursor } from "../../../core/protocol/cursor";
import type { Update } from "../../../core/protocol/data-update";
import { type Down, down as downFrame } from "../../../core/protocol/down";
import type { KeyMeta, Point } from "../../../core/protocol/parts";
import type { KeyState, Snapshot } from "../../../core/protocol/snapshot";
import type { Subscribe } from "../../../core/protocol/subscribe";
import { type Up, up as upFrame } from "../../../core/protocol/up";
import { PROTOCOL_VERSION } from "../../../core/protocol/version";
import type { SocketEvents } from "../socket";

interface Stored {
  readonly value: Json;
  readonly rev: number;
  readonly at: number;
  readonly meta: KeyMeta;
}

/** One connection as the server sees it. Nothing travels before `FakeServer.flush` or `deliver`. */
export class Line {
  readonly url: string;
  readonly protocols: string[];
  readonly events: SocketEvents;
  readonly up: string[] = [];
  down: string[] = [];
  readonly patterns = new Set<string>();
  readonly received: Up[] = [];
  /** Apart from what was asked. */
  readonly acks: Ack[] = [];
  /** What was handed over, to be repeated. */
  readonly delivered: string[] = [];
  pings = 0;
  /** A line that is dead without either end knowing takes everything and brings nothing. */
  dead = false;
  closedWith: number | null = null;

  constructor(url: string, protocols: string[], events: SocketEvents) {
    this.url = url;
    this.protocols = protocols;
    this.events = events;
  }
}

/** The store and the far end of every socket, in memory: small enough to be believed, so it is what the copy is held against. */
export class FakeServer {
  readonly #timers: FakeTime;
  readonly keys = new Map<string, Stored>();
  readonly recorded = new Map<string, { seq: number; point: Point }[]>();
  #tombstones = new Map<string, number>();
  #seq = 0;
  #epoch = "epochaaa";
  #restores = 0;
  readonly lines: Line[] = [];
  /** How many keys a part of a snapshot holds. */
  partSize = 100;
  /** A handshake that is answered by a close, as a browser shows a 401 or a refused connection. */
  refusing = false;
  pingEvery = 25_000;
  version = PROTOCOL_VERSION;
  /** When the session ends that the next connection is made under. */
  sessionEnds: number | null = null;
  principal = "u1";
  /** How far its clock is ahead of the page's. */
  ahead = 0;

  constructor(timers: FakeTime) {
    this.#timers = timers;
  }

  get cursor(): string {
    return formatCursor({ epoch: this.#epoch, seq: this.#seq });
  }

  get line(): Line {
    const line = this.lines.at(-1);
    if (!line) throw new Error("Nobody has connected.");
    return line;
  }

  readonly openSocket = (url: string, protocols: string[], events: SocketEvents) => {
    const line = new Line(url, protocols, events);
    this.lines.push(line);
    if (!this.refusing) this.#push(line, this.#welcome());
    return {
      send: (text: string) => void line.up.push(text),
      close: (code: number) => {
        line.closedWith ??= code;
      },
    };
  };

  /** One commit; undefined removes a key. */
  commit(changes: Record<string, Json | undefined>, kind: KeyMeta["kind"] = "value"): void {
    const from = this.cursor;
    this.#seq += 1;
    const at = this.#timers.now();
    const updates = Object.entries(changes).flatMap(([key, value]): Update[] => {
      const held = this.keys.get(key);
      if (value === undefined) {
        if (!held) return [];
        this.keys.delete(key);
        this.#tombstones.set(key, this.#seq);
        this.recorded.delete(key);
        return [{ key, rev: this.#seq, at, removed: true }];
      }
      const meta = held?.meta ?? { kind };
      this.keys.set(key, { value, rev: this.#seq, at, meta });
      this.#tombstones.delete(key);
      this.#record(key, [at, typeof value === "number" ? value : null]);
      return [{ key, rev: this.#seq, at, value, ...(held ? {} : { meta }) }];
    });
    for (const line of this.#open()) {
      const wanted = updates.filter(({ key }) => [...line.patterns].some((pattern) => matches(pattern, key)));
      if (wanted.length === 0) continue;
      this.#push(line, { type: "data_update", from, cursor: this.cursor, timestamp: at, updates: wanted });
    }
  }

  beat(checked: Record<string, number>, due: Record<string, number> = {}): void {
    for (const line of this.#open())
      this.#push(line, { type: "beat", at: this.#timers.now(), checked, due, next: 5_000 });
  }

  /** The store was restored from a copy: the same keys, another epoch, revs from the beginning. */
  restore(): void {
    this.#restores += 1;
    const letters = String(this.#restores)
      .padStart(3, "0")
      .replace(/[0-9]/g, (digit) => "bcdefghijk".charAt(Number(digit)));
    this.#epoch = `epoch${letters}`;
    const keys = [...this.keys];
    this.keys.clear();
    this.#tombstones = new Map();
    this.recorded.clear();
    this.#seq = 1;
    for (const [key, { value, at, meta }] of keys) {
      this.keys.set(key, { value, rev: 1, at, meta });
      this.#record(key, [at, typeof value === "number" ? value : null]);
    }
  }

  /** The line goes down in the middle of whatever is on its way. */
  cut(code = 1006, reason = ""): void {
    const line = this.line;
    line.down = [];
    line.closedWith ??= code;
    line.events.closed(code, reason);
  }

  push(frame: Down): void {
    this.#push(this.line, frame);
  }

  /** Hands over the next frames of the newest line, each `times` times. */
  deliver(count: number, times = 1): void {
    const line = this.line;
    for (let i = 0; i < count && line.down.length > 0; i++) {
      const frame = line.down.shift() ?? "";
      line.delivered.push(frame);
      for (let n = 0; n < times; n++) line.events.received(frame);
    }
  }

  /** Hands an earlier frame over once more; `back` counts from the newest. */
  replay(back: number): void {
    const frame = this.line.delivered.at(-1 - back);
    if (frame !== undefined) this.line.events.received(frame);
  }

  /** The newest commit on the way overtakes a later part of an answer before it. */
  overtake(): void {
    const { down } = this.line;
    const [before, last] = down.slice(-2).map((text) => v.parse(downFrame, JSON.parse(text)));
    if (before?.type !== "snapshot" || before.part === 1 || last?.type !== "data_update") return;
    down.push(...down.splice(-2).reverse());
  }

  /** Lets everything arrive, in both directions. */
  flush(times = 1): void {
    for (;;) {
      const line = this.lines.at(-1);
      if (!line || line.closedWith !== null || line.dead) return;
      if (this.refusing) return this.cut();
      this.answer();
      if (line.down.length === 0) return;
      this.deliver(1, times);
    }
  }

  /** Reads what the client sent; the answers wait to be delivered. */
  answer(): void {
    const line = this.line;
    for (const text of line.up.splice(0)) {
      if (text === "ping") {
        line.pings += 1;
        line.down.push("pong");
        continue;
      }
      const frame = v.parse(upFrame, JSON.parse(text));
      if (frame.type === "ack") {
        line.acks.push(frame);
        continue;
      }
      line.received.push(frame);
      if (frame.type === "subscribe") for (const part of this.snapshot(frame)) this.#push(line, part);
      for (const key of "keys" in frame ? frame.keys : []) {
        if (frame.type === "subscribe") line.patterns.add(key);
        if (frame.type === "unsubscribe") line.patterns.delete(key);
      }
      if (frame.type === "unsubscribe") this.#push(line, { type: "unsubscribed", id: frame.id });
    }
  }

  snapshot({ id, keys, since }: Pick<Subscribe, "id" | "keys" | "since">): Snapshot[] {
    const from = since === undefined ? null : parseCursor(since);
    const reason =
      from === null ? "first" : from.epoch === this.#epoch ? (from.seq > this.#seq ? "ahead" : null) : "epoch";
    const after = reason || from === null ? 0 : from.seq;
    const wants = (key: string) => keys.some((pattern) => matches(pattern, key));
    const values = [...this.keys].flatMap(([key, stored]): KeyState[] => {
      if (stored.rev <= after || !wants(key)) return [];
      const points = (this.recorded.get(key) ?? []).filter(({ seq }) => seq > after).map(({ point }) => point);
      return [{ key, ...stored, ...(stored.meta.kind === "series" ? { points } : {}) }];
    });
    const removed = reason
      ? []
      : [...this.#tombstones].flatMap(([key, rev]) => (rev > after && wants(key) ? [key] : []));
    const parts = Math.max(1, Math.ceil(values.length / this.partSize));
    return Array.from({ length: parts }, (_, i) => ({
      type: "snapshot",
      id,
      cursor: this.cursor,
      full: reason !== null,
      ...(reason ? { reason } : {}),
      part: i + 1,
      parts,
      values: values.slice(i * this.partSize, (i + 1) * this.partSize),
      removed: i === 0 ? removed : [],
      checked: {},
      due: {},
    }));
  }

  #record(key: string, point: Point): void {
    const points = this.recorded.get(key) ?? [];
    points.push({ seq: this.#seq, point });
    this.recorded.set(key, points);
  }

  #welcome(): Down {
    return {
      type: "welcome",
      version: this.version,
      cursor: this.cursor,
      principal: { kind: "member", id: this.principal, name: "Ada", role: "owner" },
      limits: defaultLimits,
      pingEvery: this.pingEvery,
      serverTime: this.#timers.now() + this.ahead,
      ...(this.sessionEnds === null ? {} : { sessionEnds: this.sessionEnds }),
    };
  }

  #open(): Line[] {
    return this.lines.filter(({ closedWith }) => closedWith === null);
  }

  #push(line: Line, frame: Down): void {
    if (line.closedWith === null) line.down.push(JSON.stringify(frame));
  }
}
