import type { FakeTime } from "../../../../core/proof/testing/fake-time";
import type { Timers } from "../../clock";
import type { OpenSocket, Socket } from "../../socket";
import type { Channel } from "../channels";
import type { TabsPorts } from "../tabs-ports";

interface Wish {
  readonly name: string;
  readonly tab: FakeTab;
  readonly held: () => void;
  isHeld: boolean;
}

interface Ear {
  readonly name: string;
  readonly tab: FakeTab;
  readonly received: (message: unknown) => void;
}

/** A browser whose locks are granted and whose messages arrive when a test says so: each in its order, apart in any. */
export class FakeBrowser {
  readonly timers: FakeTime;
  readonly #wishes: Wish[] = [];
  readonly #ears = new Set<Ear>();
  readonly #messages: { readonly ear: Ear; readonly message: unknown }[] = [];
  #ids = 0;

  constructor(timers: FakeTime) {
    this.timers = timers;
  }

  newId(): string {
    this.#ids += 1;
    return `id${this.#ids}`;
  }

  /** Who holds a lock. */
  holder(name: string): FakeTab | undefined {
    return this.#wishes.find((wish) => wish.name === name && wish.isHeld)?.tab;
  }

  get locks(): number {
    return this.#wishes.length;
  }

  get channels(): number {
    return this.#ears.size;
  }

  /** Posts something on every channel that a tab listens to. */
  shout(message: unknown, to: FakeTab): void {
    for (const ear of this.#ears) if (ear.tab === to) this.#messages.push({ ear, message });
  }

  request(tab: FakeTab, name: string, held: () => void): () => void {
    const wish: Wish = { name, tab, held, isHeld: false };
    this.#wishes.push(wish);
    return () => this.#drop(wish);
  }

  listen(tab: FakeTab, name: string, received: (message: unknown) => void): Channel {
    const ear = { name, tab, received };
    this.#ears.add(ear);
    return {
      post: (message) => {
        if (!this.#ears.has(ear)) throw new Error("Posted on a channel that is closed.");
        // As the browser does it: what cannot be cloned throws, and nobody shares an object.
        const others = [...this.#ears].filter((other) => other.name === name && other !== ear);
        for (const other of others) this.#messages.push({ ear: other, message: structuredClone(message) });
      },
      close: () => this.#ears.delete(ear),
    };
  }

  /** A lock that is free, whichever, goes to whoever waits longest for it. */
  grant(which = 0): boolean {
    const free = new Map<string, Wish>();
    for (const wish of this.#wishes) {
      if (this.holder(wish.name) === undefined && !free.has(wish.name)) free.set(wish.name, wish);
    }
    const next = [...free.values()][which % free.size];
    if (!next) return false;
    next.isHeld = true;
    next.tab.run(() => {
      if (this.#wishes.includes(next)) next.held();
    });
    return true;
  }

  deliver(): boolean {
    const next = this.#messages.shift();
    if (!next) return false;
    const { ear, message } = next;
    ear.tab.run(() => {
      if (this.#ears.has(ear)) ear.received(message);
    });
    return true;
  }

  settle(): void {
    while (this.grant() || this.deliver());
  }

  /** A tab dies: what it held is free. */
  bury(tab: FakeTab): void {
    for (const wish of this.#wishes.filter((one) => one.tab === tab)) this.#drop(wish);
    for (const ear of this.#ears) if (ear.tab === tab) this.#ears.delete(ear);
  }

  #drop(wish: Wish): void {
    const at = this.#wishes.indexOf(wish);
    if (at !== -1) this.#wishes.splice(at, 1);
  }
}

/** One tab: nothing in it runs while it is frozen, and nothing ever again once it has crashed. */
export class FakeTab {
  readonly #browser: FakeBrowser;
  readonly #sockets: Socket[] = [];
  readonly #leaving = new Set<() => void>();
  #backlog: (() => void)[] | null = null;
  #dead = false;
  readonly timers: Timers;
  readonly ports: TabsPorts;
  /** Whether the browser has locks and channels. */
  canShare = true;
  getsLocks = true;
  isSeen = true;

  constructor(browser: FakeBrowser) {
    this.#browser = browser;
    this.timers = {
      now: () => browser.timers.now(),
      after: (milliseconds, callback) => {
        let isCancelled = false;
        const call = () => {
          if (!isCancelled) callback();
        };
        const cancel = browser.timers.after(milliseconds, () => this.run(call));
        return () => {
          isCancelled = true;
          cancel();
        };
      },
    };
    this.ports = {
      canShare: () => this.canShare,
      locks: {
        request: (name, on) =>
          this.getsLocks ? browser.request(this, name, () => on.held()) : this.timers.after(0, () => on.refused()),
      },
      openChannel: (name, received) => browser.listen(this, name, received),
      timers: this.timers,
      newId: () => browser.newId(),
      isSeen: () => this.isSeen,
      watchLeaving: (left) => {
        this.#leaving.add(left);
        return () => this.#leaving.delete(left);
      },
    };
  }

  get isDead(): boolean {
    return this.#dead;
  }

  get isFrozen(): boolean {
    return this.#backlog !== null;
  }

  run(task: () => void): void {
    if (this.#dead) return;
    if (this.#backlog) this.#backlog.push(task);
    else task();
  }

  /** The network of this tab. */
  network(openSocket: OpenSocket): OpenSocket {
    return (url, protocols, events) => {
      let isOpen = false;
      const opened = () => {
        isOpen = true;
        events.opened();
      };
      const socket = openSocket(url, protocols, {
        opened: () => this.run(opened),
        received: (data) => this.run(() => events.received(data)),
        closed: (code, reason) => this.run(() => events.closed(code, reason)),
      });
      this.#sockets.push(socket);
      const send = (text: string) => {
        if (!isOpen) throw new Error("Sent on a socket that is not open yet.");
        socket.send(text);
      };
      return { send, close: (code, reason) => socket.close(code, reason) };
    };
  }

  freeze(): void {
    this.#backlog ??= [];
  }

  thaw(): void {
    const backlog = this.#backlog ?? [];
    this.#backlog = null;
    for (const task of backlog) task();
  }

  crash(): void {
    this.#dead = true;
    this.#browser.bury(this);
    for (const socket of this.#sockets) socket.close(1001, "");
  }

  /** The page is left for another one. */
  leave(): void {
    for (const left of this.#leaving) left();
  }
}
