import type { DehydratedState, QueryClient } from "@tanstack/react-query";
import type { Json } from "../../core/json";
import { matches } from "../../core/keys/pattern";
import type { Point } from "../../core/protocol/parts";
import type { Place } from "../../core/protocol/presence";
import type { SetFrame } from "../../core/protocol/set";
import type { Hole } from "./applied";
import type { Arrival } from "./arrival";
import { cacheKeys, setLiveDefaults } from "./cache-keys";
import { ServerClock } from "./clock";
import { Connection } from "./connection";
import type { ConnectionPorts, PageEvents } from "./connection-ports";
import type { FetchPoints } from "./fetch-points";
import { fillable } from "./fillable";
import { FrameBatch } from "./frame-batch";
import { gapsAfter } from "./gaps-after";
import { Hold } from "./hold";
import { Lag, newestOf } from "./lag";
import { Landing } from "./landing";
import { LiveCopy } from "./live-copy";
import type { LiveStatus } from "./live-status";
import { OwnPlaces } from "./own-places";
import { isPoints, unpacked } from "./packed";
import { Painter, type PainterPorts } from "./paint/painter";
import { SessionWatch } from "./session-watch";
import { ShownRanges } from "./shown-ranges";
import type { Sink } from "./sink";
import { statusOf } from "./status-of";
import type { WriteFrame, WriteOutcome } from "./writes";

export interface LiveClientPorts extends Omit<ConnectionPorts, "sink">, PainterPorts {
  readonly fetchPoints: FetchPoints;
  /** A text that nobody can guess and that was never given before: what a write is known by. */
  readonly newId: () => string;
  /** For what failed where no caller could hear of it. */
  readonly report: (error: unknown) => void;
}

/** What is shown on the server and while hydrating, whatever has happened meanwhile. */
const unstarted: LiveStatus = { state: "connecting", transport: "WebSocket", since: 0 };

/** The live half of one workspace in one page: connection, frame batch, copy and clock, wired to each other. */
export class LiveClient {
  readonly workspaceId: string;
  readonly clock: ServerClock;
  /** Whether the screen stands still. */
  readonly hold: Hold;
  readonly painter: Painter;
  readonly #queryClient: QueryClient;
  readonly #ports: LiveClientPorts;
  readonly #copy: LiveCopy;
  readonly #batch: FrameBatch;
  readonly #connection: Connection;
  readonly #landing: Landing;
  readonly #places: OwnPlaces;
  readonly #ranges = new ShownRanges();
  readonly #statusListeners = new Set<() => void>();
  readonly #session: SessionWatch;
  readonly #lag = new Lag();
  #status = unstarted;
  #running = new AbortController();

  constructor(queryClient: QueryClient, workspaceId: string, ports: LiveClientPorts) {
    setLiveDefaults(queryClient);
    this.workspaceId = workspaceId;
    this.clock = new ServerClock(ports.timers);
    this.#queryClient = queryClient;
    this.hold = new Hold(queryClient, workspaceId, () => this.clock.now());
    this.painter = new Painter(ports);
    this.#ports = ports;
    this.#copy = new LiveCopy(queryClient, workspaceId, this.#ranges.isShown);
    this.#landing = new Landing(ports.timers);
    this.#batch = new FrameBatch({ ...ports, apply: (arrivals) => this.#apply(arrivals) });
    this.#session = new SessionWatch({ ...ports, clock: this.clock, changed: () => this.#tellStatus() });
    const watchPage: ConnectionPorts["watchPage"] = (events) => ports.watchPage(this.#alsoSeen(events));
    this.#places = new OwnPlaces(ports.timers);
    const openLine = this.#places.on(ports.openLine);
    this.#connection = new Connection({ ...ports, openLine, watchPage, sink: this.#sink() });
    this.#connection.subscribe(() => this.#connectionChanged());
  }

  /** Connects; the returned call disconnects. */
  start(): () => void {
    this.#running = new AbortController();
    // A page painted in this machine's future proves its clock wrong. In its past proves nothing: pages take time to
    // load and come out of caches. The welcome settles it either way.
    const painted = this.#painted();
    if (painted !== undefined) this.clock.reached(painted);
    this.#connection.start();
    return () => {
      this.#running.abort();
      this.#connection.stop();
      this.hold.end();
    };
  }

  /**
   * Keeps patterns subscribed, from the cursor that the page's values are true at, until the returned call. `range`: how
   * many milliseconds of their past are shown; what the server has let go of it is fetched. Who leaves it out shows none,
   * and has nothing kept that others do not.
   */
  want(patterns: readonly string[], since: string | null, range?: number): () => void {
    if (since !== null) this.#copy.seeded(since);
    const hide = range === undefined ? () => {} : this.#ranges.add({ range, patterns });
    this.#fitRange();
    const release = this.#connection.want(patterns, since);
    return () => {
      hide();
      this.#fitRange();
      release();
    };
  }

  /**
   * Writes one key: its whole value, or a patch over the value of rev `ifRev`. With `ifRev` it is refused as a
   * `conflict` when the key has moved on; 0 stands for "there is no such key". Settles within a minute; where it is done,
   * when the page's own copy has it, so that whoever showed it meanwhile can leave that to the copy.
   */
  set(key: string, change: Omit<SetFrame, "type" | "id" | "key">): Promise<WriteOutcome> {
    return this.#write({ type: "set", id: this.#ports.newId(), key, ...change });
  }

  /** Adds one event to a stream. Settles as `set` does. */
  append(key: string, data: Json): Promise<WriteOutcome> {
    return this.#write({ type: "append", id: this.#ports.newId(), key, data });
  }

  /** Says where the page is, until the returned call. */
  present(place: Place): () => void {
    return this.#places.add(place);
  }

  /** Puts the recorded past of a dehydrated answer under what is held. */
  absorb({ queries }: DehydratedState): void {
    const past = queries.flatMap(({ queryKey: [kind, workspaceId, key], state }): [string, readonly Point[]][] => {
      const data = unpacked(state.data);
      return kind === "points" && workspaceId === this.workspaceId && isPoints(data) ? [[String(key), data]] : [];
    });
    this.#copy.fill(new Map(past), this.clock.now());
  }

  readonly subscribeStatus = (listener: () => void): (() => void) => {
    this.#statusListeners.add(listener);
    return () => this.#statusListeners.delete(listener);
  };

  readonly readStatus = (): LiveStatus => this.#status;
  readonly readFirstStatus = (): LiveStatus => unstarted;

  /** The server's time of the newest paint. */
  #painted(): number | undefined {
    return this.#queryClient.getQueryData<number>(cacheKeys.painted(this.workspaceId));
  }

  #sink(): Sink {
    return {
      welcome: ({ serverTime, sessionEnds }) => {
        this.clock.set(serverTime);
        this.#lag.begin(serverTime);
        this.#session.begin(sessionEnds);
      },
      deliver: (arrivals) => {
        this.clock.reached(newestOf(arrivals));
        if (this.#lag.measure(arrivals, this.clock.now())) this.#tellStatus();
        this.#batch.add(arrivals);
      },
      settle: () => this.#batch.flush(),
      cursor: () => this.#copy.cursor,
      distrust: (patterns) => this.#copy.distrust(patterns),
      release: (dropped, kept) => this.#copy.release(dropped, kept),
      forget: () => {
        this.hold.end();
        this.#copy.forget();
      },
    };
  }

  async #write(frame: WriteFrame): Promise<WriteOutcome> {
    const outcome = await this.#connection.write(frame);
    const { key } = frame;
    const isWanted = () => this.#connection.patterns.some((pattern) => matches(pattern, key));
    if (outcome.ok) await this.#landing.until(() => !isWanted() || this.#copy.holds(key, outcome));
    this.hold.wrote(key);
    return outcome;
  }

  #apply(arrivals: readonly Arrival[]): void {
    const { answered, holes, misfits } = this.#copy.apply(arrivals, this.#connection.patterns);
    this.hold.count(arrivals);
    this.#landing.look();
    for (const request of answered) this.#connection.answered(request);
    if (misfits.length > 0) this.#connection.repair(misfits);
    if (holes.length > 0) void this.#fill(fillable(holes));
  }

  /** The object let these points go to the history before this reader had them. */
  async #fill(holes: readonly Hole[]): Promise<void> {
    const { signal } = this.#running;
    const found = await this.#fetch(holes, signal);
    if (signal.aborted) return;
    // A line drawn across what is not known would claim values that nobody saw.
    const unfilled = holes.filter(({ key }) => !found.get(key)?.length);
    this.#copy.fill(new Map([...found, ...gapsAfter(unfilled)]), this.clock.now());
  }

  async #fetch(holes: readonly Hole[], signal: AbortSignal): Promise<ReadonlyMap<string, readonly Point[]>> {
    const keys = holes.map(({ key }) => key);
    const from = Math.min(...holes.map(({ after }) => after ?? this.clock.now() - this.#copy.range));
    try {
      return await this.#ports.fetchPoints(keys, from, signal);
    } catch (error) {
      if (!signal.aborted) this.#ports.report(error);
      return new Map();
    }
  }

  #fitRange(): void {
    this.#copy.range = this.#ranges.longest ?? this.#copy.range;
  }

  #alsoSeen(events: PageEvents): PageEvents {
    return {
      ...events,
      visible: () => {
        events.visible();
        this.#session.check();
        // What waits for its paint belongs to the one update in which the page catches up.
        this.#batch.flush();
        this.hold.set("hidden", false);
      },
      hidden: () => this.hold.set("hidden", true),
    };
  }

  #connectionChanged(): void {
    if (this.#connection.state.state !== "open") this.#session.stop();
    if (this.#connection.state.state !== "open") this.#lag.forget();
    this.#tellStatus();
  }

  #tellStatus(): void {
    const more = { sessionEnds: this.#session.endsSoon, lag: this.#lag.current };
    this.#status = statusOf(this.#connection.state, this.#status, this.clock, more, () => this.#copy.lastChange);
    for (const listener of this.#statusListeners) listener();
  }
}
