import { apiKeys } from "../live/setup/api-keys";
import type { ServedWorker } from "../setup/served-worker";
import { keys, POINTS, SOURCES } from "./board";

/** Between two pushes; each is of all keys of one source, whose turn comes once a second. */
const EVERY = 1_000 / SOURCES;

/** A wave of its own for each key, with noise on it: two decimals, never the same twice. */
function valueOf(key: number, at: number): number {
  const wave = Math.sin(at / 30_000 + key) * 30 + Math.sin(at / 1_700 + key * 3) * 8;
  return Math.round((50 + wave + Math.random() * 4) * 100) / 100;
}

interface Side {
  readonly address: string;
  readonly headers: Record<string, string>;
}

/** Pushes 200 changes a second to both sides, the same to each. */
export class Feed {
  readonly #sides: readonly Side[];
  #timer: NodeJS.Timeout | undefined;
  #pushes = 0;
  #behind = 0;

  constructor(product: ServedWorker, plain: ServedWorker) {
    const key = { Authorization: `Bearer ${apiKeys[0]}`, "Content-Type": "application/json" };
    this.#sides = [
      { address: `${product.address}/api/v1/values`, headers: key },
      { address: `${plain.address}/push`, headers: {} },
    ];
  }

  /** Changes pushed so far. */
  get changes(): number {
    return (this.#pushes * keys.length) / SOURCES;
  }

  start(): void {
    this.#timer = setInterval(() => void this.#push(), EVERY);
  }

  /** Resolves when what is on its way has arrived. */
  async stop(): Promise<void> {
    clearInterval(this.#timer);
    while (this.#behind > 0) await new Promise((resolve) => setTimeout(resolve, 20));
  }

  async #push(): Promise<void> {
    const [turn, now] = [this.#pushes % SOURCES, Date.now()];
    this.#pushes += 1;
    this.#behind += 1;
    const values = keys.flatMap((key, i) => (i % SOURCES === turn ? [[key, valueOf(i, now)] as const] : []));
    const body = JSON.stringify({ values: Object.fromEntries(values) });
    await Promise.all(this.#sides.map((side) => send(side, body)));
    this.#behind -= 1;
  }
}

/** The local runtime's proxy loses a connection once in some ten thousand requests on a busy machine: that one is sent again. */
async function send({ address, headers }: Side, body: string, isAgain = false): Promise<void> {
  const answer = await fetch(address, { method: "POST", headers, body });
  const text = await answer.text();
  if (answer.ok) return;
  if (isAgain || !text.includes("Network connection lost"))
    throw new Error(`${address} answered ${answer.status}: ${text}`);
  await send({ address, headers }, body, true);
}

/** Five minutes that end now, of all keys. */
export function pastOf(now: number): Record<string, [number, number][]> {
  const seconds = Array.from({ length: POINTS }, (_, i) => now - (POINTS - i) * 1_000);
  return Object.fromEntries(keys.map((key, i) => [key, seconds.map((at) => [at, valueOf(i, at)])]));
}
