import type { Logger } from "../../core/ports";
import type { Egress } from "../../core/sources/connector";
import type { SourceDraft } from "../../core/sources/definition";
import type { Refresh } from "../../core/sources/reading";
import { readEnv } from "../../server/env";
import { log } from "../../server/log";
import { guardedEgress } from "../../sources/egress/guarded-egress";
import { readSource } from "../../sources/read";
import type { Memory } from "../../sources/registry";

/** Reads sources through the one guarded way out, set up from the environment. */
export class SourceReader {
  readonly #egress: Egress;
  readonly #logger: Logger = log;

  constructor(env: Env) {
    const settings = readEnv(env);
    this.#egress = guardedEgress({
      fetch: (url, init) => fetch(url, init),
      allowPrivate: settings.allowPrivateEgress,
      ownHosts: [new URL(settings.baseUrl).host],
      upstreams: settings.machineUrl === undefined ? {} : { machine: settings.machineUrl },
      now: () => Date.now(),
      log: this.#logger,
    });
  }

  /** `memory`: of a saved source, whose definition is the same object from one refresh to the next. */
  read(source: SourceDraft, memory?: Memory): Promise<Refresh> {
    return readSource(source, this.#egress, { log: this.#logger, ...(memory && { memory }) });
  }
}
