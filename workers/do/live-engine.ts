import { ByRequest } from "../../core/hub/by-request";
import { Hub } from "../../core/hub/hub";
import type { Limits } from "../../core/hub/limits";
import { type Member, Room } from "../../core/hub/room";
import type { Principal, Said, SourceHealth } from "../../core/live-object";
import type { Beat } from "../../core/protocol/beat";
import type { Done } from "../../core/protocol/done";
import type { ErrorFrame } from "../../core/protocol/error";
import type { RightsWatch } from "../../core/rights/rights-watch";
import { Refresher } from "../../core/schedule/refresher";
import { readAs } from "../../core/schema/read-as";
import type { SourceDefinition } from "../../core/sources/definition";
import { sourceState } from "../../core/sources/state";
import { Store } from "../../core/store/store";
import { openDatabase } from "../../db/database";
import { readDirectory } from "../../db/queries/directory";
import { writeFlush } from "../../db/queries/live-flush";
import { readEnv } from "../../server/env";
import { log } from "../../server/log";
import { nextTime } from "../../server/next-time";
import { RowKeys } from "../../sources/row-keys";
import { AlarmClock } from "./alarm-clock";
import { EventStreams } from "./event-streams";
import { Flusher } from "./flusher";
import { LiveAlerts } from "./live-alerts";
import { MessageLog } from "./message-log";
import { People } from "./people";
import { Places } from "./places";
import { countsReaders, isPublic, readersNow } from "./public-page";
import { watchRights } from "./rights";
import { Sockets } from "./sockets";
import type { SourceReader } from "./source-reader";
import { SourceTable } from "./source-table";
import { SqlStorage } from "./sql-storage";
import { clock, newEpoch, random, timers } from "./system";

/** The core's parts, put together over the object's storage, alarm, sockets and D1. */
export class LiveEngine {
  readonly store: Store;
  readonly room: Room;
  readonly refresher: Refresher;
  readonly sources: SourceTable;
  readonly people: People;
  readonly alerts: LiveAlerts;
  readonly sockets: Sockets;
  readonly events: EventStreams;
  readonly places: Places;
  readonly rights: RightsWatch<Member>;
  readonly #ctx: DurableObjectState;
  readonly #env: Env;
  readonly #limits: Limits;
  readonly #rowKeys = new RowKeys((slug) => this.refresher.source(slug));
  readonly #hub = new Hub((key) => this.#rowKeys.of(key));
  readonly #flusher: Flusher;
  readonly #messages: MessageLog;
  readonly #alarm: AlarmClock;
  readonly #byRequest: ByRequest;
  #heldBeat: Omit<Beat, "type"> | null = null;

  constructor(ctx: DurableObjectState, env: Env, reader: SourceReader) {
    this.#ctx = ctx;
    this.#env = env;
    this.#limits = readEnv(env).limits;
    this.sources = new SourceTable(ctx.storage);
    this.store = new Store(new SqlStorage(ctx.storage), newEpoch, log);
    this.#messages = new MessageLog(ctx.storage);
    this.rights = this.#makeRights();
    this.room = this.#makeRoom();
    this.people = this.#makePeople();
    this.refresher = this.#makeRefresher(reader);
    this.alerts = this.#makeAlerts(ctx.storage);
    this.#flusher = this.#makeFlusher();
    this.#alarm = new AlarmClock(ctx, clock, () => [
      this.refresher.nextLook(),
      this.#flusher.nextLook(),
      this.room.presences.nextLook(),
      this.alerts.nextLook(),
    ]);
    this.#byRequest = new ByRequest({ clock, limits: this.#limits, room: this.room });
    this.sockets = new Sockets(ctx, this.room);
    this.places = new Places(ctx, this.room, this.#limits, () => this.sockets.reap(clock.now()));
    this.events = new EventStreams({ room: this.room, timers, random });
    this.sockets.wake();
    // Who is not among them any more went while the object slept, or with the instance before.
    this.room.presences.changed();
    // Also re-arms: an alarm that was lost to six failures or a crash would leave the object asleep for ever.
    this.refresher.setSources(this.sources.definitions(), this.sources.schedule());
  }

  get workspaceId(): string {
    const { name } = this.#ctx.id;
    if (name === undefined) throw new Error("a dashboard object is reached by its workspace's id only");
    return name;
  }

  setSources(definitions: readonly SourceDefinition[]): void {
    this.sources.replace(definitions);
    this.refresher.setSources(definitions);
  }

  sourcesHealth(slugs: readonly string[]): Record<string, SourceHealth> {
    const found = slugs.map((slug) => [slug, this.refresher.use(slug)] as const);
    const readers = (slug: string) => this.#hub.watching(slug);
    return Object.fromEntries(
      found.flatMap(([slug, use]) => (use ? [[slug, { ...use, readers: readers(slug) }]] : [])),
    );
  }

  say(principal: Principal, frame: Said, reader: string): Done | ErrorFrame | null {
    const answer = this.#byRequest.say(principal, frame, reader);
    this.#alarm.arm();
    return answer;
  }

  /** Arms the next alarm first, starts what is due, and returns: it never waits for an upstream and never throws. */
  rang(): void {
    this.#alarm.rang();
    this.look();
  }

  look(): void {
    this.room.dismissLate();
    this.room.presences.end();
    // Begun now, beside the questions to the upstreams, so that their answers need not wait for it.
    this.#cleared();
    this.sockets.look(clock.now());
    this.refresher.tick();
    this.#flush();
  }

  #flush(): void {
    const running = this.#flusher.tick();
    if (running) this.#ctx.waitUntil(running.then(() => this.#alarm.arm()));
  }

  #watchersChanged(): void {
    const count = this.room.members.size;
    if (isPublic(this.workspaceId) && countsReaders(this.#env)) this.room.commit(readersNow(count, clock.now()));
    this.refresher.tick();
  }

  /** The public object's readers are visitors, who have no rights to lose. */
  #cleared(): boolean {
    return isPublic(this.workspaceId) || this.rights.cleared();
  }

  #release(): void {
    this.room.release();
    const beat = this.#heldBeat;
    this.#heldBeat = null;
    if (beat) this.#hub.beat(beat);
  }

  #makeRights(): RightsWatch<Member> {
    return watchRights(this.#ctx, this.#env, {
      clock,
      timers,
      workspaceId: () => this.workspaceId,
      room: () => this.room,
      moved: () => this.#ctx.waitUntil(this.people.moved()),
      looked: () => this.#release(),
    });
  }

  #makePeople(): People {
    const database = openDatabase(this.#env.DB);
    return new People({
      clock,
      logger: log,
      kv: this.#ctx.storage.kv,
      read: () => readDirectory(database, this.workspaceId),
      keysOf: (first) => this.store.keysOf(first),
      commit: (change) => this.room.commit(change),
      changed: () => this.room.presences.changed(),
    });
  }

  #makeRoom(): Room {
    return new Room(this.store, this.#hub, {
      clock,
      timers,
      limits: this.#limits,
      logger: log,
      source: (slug) => this.refresher.source(slug),
      times: () => this.refresher.times(),
      heard: (slugs, commit) => this.refresher.heard(slugs, commit),
      cleared: () => this.#cleared(),
      remember: (member) => this.sockets.remember(member),
      watchersChanged: () => this.#watchersChanged(),
      told: (told) => this.#messages.add(told),
      committed: (commit) => this.alerts.committed(commit),
    });
  }

  #makeRefresher(reader: SourceReader): Refresher {
    return new Refresher({
      clock,
      timers,
      random,
      limits: this.#limits,
      logger: log,
      read: (source, held, lookedAt) =>
        reader.read(source, { of: source, held, lookedAt, key: (name) => this.store.get(name) }),
      get: (key) => this.store.get(key),
      keysOf: (slug) => this.store.keysOf(slug),
      keyCount: () => this.store.size,
      stateOf: (slug) => readAs(sourceState, this.store.get(`$sources.${slug}`)?.value),
      watches: (slug) => this.#hub.watches(slug, clock.now()) || this.alerts.watches(slug),
      commit: (change) => this.room.commit(change),
      budget: readEnv(this.#env).callsAnHour,
      next: nextTime,
      save: (row) => this.sources.save(row),
      forget: (slug) => this.sources.forget(slug),
      beat: (beat) => {
        if (this.#cleared()) this.#hub.beat(beat);
        else this.#heldBeat = beat;
      },
      rearm: () => {
        this.alerts.tick();
        this.#alarm.arm();
        this.#flush();
      },
    });
  }

  #makeAlerts(storage: DurableObjectStorage): LiveAlerts {
    return new LiveAlerts(storage, this.#env, {
      store: this.store,
      workspaceId: () => this.workspaceId,
      refresher: () => this.refresher,
      commit: (change) => this.room.commit(change),
      rearm: () => this.#alarm.arm(),
    });
  }

  #makeFlusher(): Flusher {
    const database = openDatabase(this.#env.DB);
    return new Flusher({
      clock,
      logger: log,
      store: this.store,
      watched: () => this.#hub.size > 0,
      write: async (batch) => {
        const { told, upTo } = this.#messages.pending();
        await writeFlush(database, this.workspaceId, { ...batch, told }, this.refresher.times().checked, clock.now());
        this.#messages.forget(upTo);
      },
    });
  }
}
