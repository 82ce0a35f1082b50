import { DurableObject } from "cloudflare:workers";
import { customAlphabet } from "nanoid";
import { Hub } from "../../core/hub/hub";
import { defaultLimits } from "../../core/hub/limits";
import { Room } from "../../core/hub/room";
import type { Changes, LiveObject, Principal, Sample } from "../../core/live-object";
import { parseCursor } from "../../core/protocol/cursor";
import { Refresher } from "../../core/schedule/refresher";
import type { SourceDraft } from "../../core/sources/definition";
import { sourceState } from "../../core/sources/state";
import { Store } from "../../core/store/store";
import { openDatabase } from "../../db/database";
import { writeFlush } from "../../db/queries/live-flush";
import { listSources } from "../../db/queries/sources";
import { log } from "../../server/log";
import { AlarmClock } from "./alarm-clock";
import { Flusher } from "./flusher";
import { countsReaders, isPublic, publicSources, readersNow } from "./public-page";
import { sampleSource } from "./sample-source";
import { acceptSocket, forget, memberOf, membersOfSessions, membersOfUsers, remember, wakeSockets } from "./sockets";
import { SourceReader } from "./source-reader";
import { SourceTable } from "./source-table";
import { SqlStorage } from "./sql-storage";

const clock = { now: () => Date.now() };
const newEpoch = customAlphabet("abcdefghijklmnopqrstuvwxyz", 8);

/** One workspace, live. Wiring only: the rules are in core/, the adapters beside this file. */
export class DataDashboard extends DurableObject<Env> implements LiveObject {
  readonly #sources: SourceTable;
  readonly #store: Store;
  readonly #room: Room;
  readonly #refresher: Refresher;
  readonly #flusher: Flusher;
  readonly #alarm: AlarmClock;
  readonly #reader: SourceReader;

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    // Answered by the runtime without waking the object.
    ctx.setWebSocketAutoResponse(new WebSocketRequestResponsePair("ping", "pong"));
    this.#sources = new SourceTable(ctx.storage);
    this.#store = new Store(new SqlStorage(ctx.storage), newEpoch);
    this.#reader = new SourceReader(env);
    const hub = new Hub();
    this.#room = new Room(this.#store, hub, {
      clock,
      limits: defaultLimits,
      times: () => this.#refresher.times(),
      remember: (member) => remember(this.ctx, member),
      watchersChanged: () => this.#watchersChanged(),
    });
    this.#refresher = this.#makeRefresher(hub);
    this.#flusher = this.#makeFlusher(hub);
    this.#alarm = new AlarmClock(ctx, clock, () => [this.#refresher.nextLook(), this.#flusher.nextLook()]);
    wakeSockets(ctx, this.#room);
    // Also re-arms: an alarm that was lost to six failures or a crash would leave the object asleep for ever.
    this.#refresher.setSources(this.#sources.definitions(), this.#sources.schedule());
  }

  override async fetch(request: Request): Promise<Response> {
    await this.#sourcesKnown();
    return acceptSocket(this.ctx, this.#room, request);
  }

  override webSocketMessage(socket: WebSocket, message: string | ArrayBuffer): void {
    const member = memberOf(this.#room, socket);
    if (member) this.#room.receive(member, typeof message === "string" ? message : "");
  }

  override webSocketClose(socket: WebSocket): void {
    forget(this.#room, socket);
  }

  override webSocketError(socket: WebSocket): void {
    forget(this.#room, socket);
  }

  /** Arms the next one first, starts what is due, and returns: it never waits for an upstream and never throws. */
  override alarm(): void {
    this.#alarm.rang();
    this.#room.dismissExpired();
    this.#refresher.tick();
    this.#flush();
  }

  async changesSince(principal: Principal, patterns: string[], since: string | null): Promise<Changes> {
    await this.#sourcesKnown();
    return this.#room.changesSince(principal, patterns, since === null ? null : parseCursor(since));
  }

  async sample(draft: SourceDraft): Promise<Sample> {
    return sampleSource(this.#reader, draft, clock);
  }

  async sourcesChanged(): Promise<void> {
    const definitions = isPublic(this.#workspaceId)
      ? publicSources(this.env)
      : await listSources(openDatabase(this.env.DB), this.#workspaceId);
    this.#sources.replace(definitions);
    this.#refresher.setSources(definitions);
  }

  async refreshNow(slug: string): Promise<void> {
    this.#refresher.refreshNow(slug);
  }

  async sessionsEnded(sessionIds: string[]): Promise<number> {
    const ended = membersOfSessions(this.ctx, this.#room, sessionIds);
    for (const member of ended) this.#room.dismiss(member, "session_revoked", "signed out");
    return ended.length;
  }

  async membersChanged(userIds: string[]): Promise<number> {
    const changed = membersOfUsers(this.ctx, this.#room, userIds);
    for (const member of changed) this.#room.dismiss(member, "rights_changed", "your rights changed");
    return changed.length;
  }

  async poke(): Promise<void> {
    await this.#sourcesKnown();
    this.#refresher.tick();
    this.#flush();
  }

  get #workspaceId(): string {
    const { name } = this.ctx.id;
    if (name === undefined) throw new Error("a dashboard object is reached by its workspace's id only");
    return name;
  }

  /** The first contact after creation reads the definitions; afterwards the object is told of changes. */
  async #sourcesKnown(): Promise<void> {
    if (!this.#sources.known || isPublic(this.#workspaceId)) await this.sourcesChanged();
  }

  #watchersChanged(): void {
    const count = this.#room.members.size;
    if (isPublic(this.#workspaceId) && countsReaders(this.env)) this.#room.commit(readersNow(count, clock.now()));
    this.#refresher.tick();
  }

  #flush(): void {
    const running = this.#flusher.tick();
    if (running) this.ctx.waitUntil(running.then(() => this.#alarm.arm()));
  }

  #makeRefresher(hub: Hub): Refresher {
    return new Refresher({
      clock,
      random: { next: () => Math.random() },
      logger: log,
      read: (source) => this.#reader.read(source),
      keysOf: (slug) => this.#store.keysOf(slug),
      keyCount: () => this.#store.size,
      stateOf: (slug) => sourceState.safeParse(this.#store.get(`$sources.${slug}`)?.value).data,
      watches: (slug) => hub.watches(slug),
      commit: (change) => this.#room.commit(change),
      save: (row) => this.#sources.save(row),
      forget: (slug) => this.#sources.forget(slug),
      beat: (beat) => hub.beat(beat),
      rearm: () => {
        this.#alarm.arm();
        this.#flush();
      },
    });
  }

  #makeFlusher(hub: Hub): Flusher {
    return new Flusher({
      clock,
      logger: log,
      store: this.#store,
      watched: () => hub.size > 0,
      write: (batch) =>
        writeFlush(openDatabase(this.env.DB), this.#workspaceId, batch, this.#refresher.times().checked, clock.now()),
    });
  }
}
