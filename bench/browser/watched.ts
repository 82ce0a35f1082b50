import type { Browser, CDPSession, Page } from "@playwright/test";
import type { Stage } from "./stage";

export type Side = "product" | "plain";

/** What a side's open board took of the main thread, per second, and what came of it. */
export interface Cost {
  /** Milliseconds of the main thread's own processor time in a second: all tasks; of them script; of them style and layout. */
  readonly task: number;
  readonly script: number;
  readonly layout: number;
  /** Milliseconds of the longest task, by the wall's clock; 0: none over 50. */
  readonly longest: number;
  /** Changes that arrived in a second. */
  readonly arrived: number;
  /** Frames painted in a second where each is asked for. */
  readonly frames: number;
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** An open board of one side. */
export class Watched {
  readonly page: Page;
  readonly #cdp: CDPSession;
  #arrived = 0;

  private constructor(page: Page, cdp: CDPSession) {
    this.page = page;
    this.#cdp = cdp;
    page.on("websocket", (socket) => socket.on("framereceived", ({ payload }) => this.#hear(String(payload))));
  }

  static async open(browser: Browser, stage: Stage, side: Side, height: number): Promise<Watched> {
    const { origin } = stage[side];
    const context = await browser.newContext({ locale: "en-US", viewport: { width: 1440, height } });
    const cookies = stage.member.cookie.split("; ").map((pair) => pair.split(/=(.*)/s));
    await context.addCookies(cookies.map(([name = "", value = ""]) => ({ name, value, url: origin })));
    const page = await context.newPage();
    const cdp = await context.newCDPSession(page);
    // Processor time of the thread, not the wall's: what else the machine does is not measured.
    await cdp.send("Performance.enable", { timeDomain: "threadTicks" });
    const watched = new Watched(page, cdp);
    await page.goto(origin + stage.paths[side]);
    await page.locator(".plot-line, .recharts-line .recharts-curve").first().waitFor();
    return watched;
  }

  /** Over some seconds, from now. */
  async cost(seconds: number): Promise<Cost> {
    await this.page.evaluate(watchLongTasks);
    this.#arrived = 0;
    const [before, began] = [await this.#metrics(), performance.now()];
    await pause(seconds * 1_000);
    const [after, took] = [await this.#metrics(), (performance.now() - began) / 1_000];
    const arrived = this.#arrived / took;
    const longest = await this.page.evaluate(() => globalThis.longestTask);
    const spent = (...names: string[]) =>
      names.reduce((sum, name) => sum + ((after.get(name) ?? 0) - (before.get(name) ?? 0)) * 1_000, 0) / took;
    return {
      task: spent("TaskDuration"),
      script: spent("ScriptDuration"),
      layout: spent("LayoutDuration", "RecalcStyleDuration"),
      longest,
      arrived,
      frames: await this.page.evaluate(countFrames),
    };
  }

  /** Bytes of the JavaScript heap that are in use after garbage has been collected. */
  async heap(): Promise<number> {
    for (let i = 0; i < 3; i++) await this.#cdp.send("HeapProfiler.collectGarbage");
    return (await this.#metrics()).get("JSHeapUsedSize") ?? 0;
  }

  close(): Promise<void> {
    return this.page.context().close();
  }

  async #metrics(): Promise<Map<string, number>> {
    const { metrics } = await this.#cdp.send("Performance.getMetrics");
    return new Map(metrics.map(({ name, value }) => [name, value]));
  }

  /** How many changes a frame of the product's carries, or a notice of the plain one. */
  #hear(text: string): void {
    if (!text.startsWith("{")) return;
    const { updates, changed } = JSON.parse(text) as { updates?: unknown[]; changed?: unknown[] };
    this.#arrived += updates?.length ?? changed?.length ?? 0;
  }
}

declare global {
  var longestTask: number;
}

function watchLongTasks(): void {
  globalThis.longestTask = 0;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) globalThis.longestTask = Math.max(globalThis.longestTask, duration);
  }).observe({ type: "longtask" });
}

function countFrames(): Promise<number> {
  return new Promise((resolve) => {
    const began = performance.now();
    let frames = 0;
    const count = () => {
      frames += 1;
      const took = performance.now() - began;
      if (took > 3_000) resolve((frames / took) * 1_000);
      else requestAnimationFrame(count);
    };
    requestAnimationFrame(count);
  });
}
