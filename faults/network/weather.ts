import { setTimeout as pause } from "node:timers/promises";
import type { LiveServer } from "../../e2e/fixtures/live-server";
import type { Dice } from "../dice";
import type { Proxy } from "./proxy";

export const strikes = ["cut", "slow", "half-open", "narrow", "freeze", "kill"] as const;
export type Strike = (typeof strikes)[number];

/** What befalls the server and the network before it, one thing after the other. Each resolves when it is over. */
export class Weather {
  readonly #server: LiveServer;
  readonly #proxy: Proxy;
  readonly #dice: Dice;

  constructor(server: LiveServer, proxy: Proxy, dice: Dice) {
    this.#server = server;
    this.#proxy = proxy;
    this.#dice = dice;
  }

  async strike(strike: Strike): Promise<void> {
    const dice = this.#dice;
    const share = dice.of([0.4, 0.7, 1]);
    switch (strike) {
      case "cut":
        for (let i = dice.from(1, 4); i > 0; i--) {
          this.#proxy.cut(share);
          await pause(dice.from(50, 800));
        }
        return;
      case "slow":
        this.#proxy.trouble({ is: "slow", milliseconds: dice.from(50, 1_500) }, share);
        return this.#clear(4_000);
      case "half-open":
        this.#proxy.trouble({ is: "half-open" }, share);
        return this.#clear(dice.from(8_000, 10_000));
      case "narrow":
        this.#proxy.trouble({ is: "narrow", bytesASecond: dice.from(500, 20_000) }, share);
        return this.#clear(dice.from(4_000, 6_000));
      case "freeze":
        this.#server.freeze();
        await pause(dice.of([500, 3_000, 10_000]));
        return this.#server.thaw();
      case "kill":
        return this.#proxy.refusing(async () => {
          await this.#server.kill();
          await pause(dice.from(0, 1_500));
          await this.#server.restart();
        });
    }
  }

  async #clear(after: number): Promise<void> {
    await pause(after);
    this.#proxy.fine();
  }
}
