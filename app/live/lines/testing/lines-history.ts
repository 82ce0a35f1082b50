import type { FakeTime } from "../../../../core/proof/testing/fake-time";
import { LiveSocket } from "../../live-socket";
import type { OpenSocket } from "../../socket";
import { RoomHistory } from "../../testing/room-history";
import type { RoomServer } from "../../testing/room-server";
import { bestLine } from "../best-line";
import { eventLine, pollingLine } from "../http-rungs";
import type { OpenLine } from "../line";
import { RoomCalls, type Way } from "./room-calls";

/** A page that comes to the server's own room by whatever line its network lets through. */
export class LinesHistory extends RoomHistory {
  readonly #ways: Ways;
  #events: Way = "open";

  constructor() {
    const ways = new Ways();
    super(undefined, (far, timers) => ways.lineTo(far, timers));
    this.#ways = ways;
  }

  /** What was asked by HTTP, oldest first. */
  get requests(): RoomCalls["asked"] {
    return this.#ways.calls.asked;
  }

  /** From now on the network lets this through; what is open goes down where it does not. `isNews`: the page is told. */
  network(socket: Way, events: Way, requests: Way, isNews: boolean): void {
    this.#ways.socket = requests === "open" ? socket : requests;
    if (this.#ways.socket === "refused") this.far.cut();
    this.#events = events;
    this.#ways.calls.set(requests, events);
    if (isNews) this.#ways.online();
  }

  hide(isHidden: boolean): void {
    this.#ways.isHidden = isHidden;
    if (!isHidden) this.page.page.visible();
  }

  async flow(count: number): Promise<void> {
    for (let i = 0; i < count; i++) {
      if (this.#ways.socket === "open") this.far.flow(1);
      this.#ways.calls.flow(1);
      await this.tick();
    }
  }

  /** Whoever waits for a promise goes on. */
  async tick(): Promise<void> {
    for (let i = 0; i < 6; i++) await Promise.resolve();
  }

  /** Time goes by on a network that is quick where it is open. */
  async pass(seconds: number): Promise<void> {
    for (let i = 0; i < seconds; i++) {
      this.page.timers.advance(980);
      this.far.merge();
      await this.flow(12);
      this.page.timers.advance(20);
    }
  }

  /** There is a way at least, and nobody writes: silence has time to be noticed. */
  async calm(): Promise<void> {
    this.#ways.calls.set("open", this.#events);
    for (let live = 0, i = 0; i < 500 && live < 90; i++) {
      await this.pass(1);
      live = this.page.client.readStatus().state === "live" ? live + 1 : 0;
    }
  }
}

class Ways {
  calls!: RoomCalls;
  socket: Way = "open";
  isHidden = false;
  online = () => {};

  lineTo(far: RoomServer, timers: FakeTime): OpenLine {
    const calls = new RoomCalls(far, timers);
    this.calls = calls;
    const openSocket: OpenSocket = (url, protocols, events) => {
      if (this.socket === "open") return far.openSocket(url, protocols, events);
      const cancel = timers.after(0, () => this.socket === "refused" && events.closed(1006, ""));
      return { send: () => {}, close: cancel };
    };
    return bestLine({
      timers,
      watchNetwork: (online) => {
        this.online = online;
        return () => {};
      },
      rungs: [
        (events) => new LiveSocket("/live/acme", openSocket, timers, events),
        eventLine({ calls, timers }),
        pollingLine({ calls, timers, isHidden: () => this.isHidden }),
      ],
    });
  }
}
