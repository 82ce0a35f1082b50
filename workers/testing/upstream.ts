import { afterEach, beforeEach, vi } from "vitest";

type Answer = () => Response | Promise<Response>;

/** The upstreams of a test: what each address answers, and how often it was asked. Addresses that are not set answer 404. */
export class Upstream {
  readonly asked: string[] = [];
  readonly #answers = new Map<string, Answer>();

  set(url: string, answer: Answer): void {
    this.#answers.set(url, answer);
  }

  text(url: string, body: string): void {
    this.set(url, () => new Response(body));
  }

  count(url: string): number {
    return this.asked.filter((one) => one === url).length;
  }

  async answer(url: string, signal: AbortSignal | null | undefined): Promise<Response> {
    // A server's answers are set by path: what is asked of it is the connector's business.
    const [path = url] = url.split("?");
    const known = this.#answers.has(url) ? url : path;
    this.asked.push(known);
    const answer = this.#answers.get(known);
    if (!answer) return new Response("nothing here", { status: 404 });
    const aborted = Promise.withResolvers<Response>();
    signal?.addEventListener("abort", () => aborted.reject(signal.reason));
    return Promise.race([answer(), aborted.promise]);
  }
}

/** Puts a fresh Upstream under global fetch for each test of the file; objects in this isolate read it. */
export function upstreamForEachTest(): { readonly current: Upstream } {
  const holder = { current: new Upstream() };
  beforeEach(() => {
    holder.current = new Upstream();
    vi.spyOn(globalThis, "fetch").mockImplementation((input, init) =>
      holder.current.answer(input instanceof Request ? input.url : String(input), init?.signal),
    );
  });
  afterEach(() => {
    vi.restoreAllMocks();
  });
  return holder;
}
