import type { Json } from "../../core/json";
import type { SealResult } from "../../core/live-object";
import type { Clock, Logger } from "../../core/ports";
import type { Egress } from "../../core/sources/connector";
import type { SourceDefinition, SourceDraft } from "../../core/sources/definition";
import { hopMarkOf } from "../../core/sources/hop";
import type { Refresh } from "../../core/sources/reading";
import { secretsIn } from "../../core/sources/secret";
import { readEnv, type Settings } from "../../server/env";
import { log } from "../../server/log";
import { redactedLog, redactor } from "../../server/secrets/redact";
import { openSettings, sealSettings } from "../../server/secrets/settings";
import { Vault } from "../../server/secrets/vault";
import { afterTimeout } from "../../sources/egress/deadline";
import { guardedEgress } from "../../sources/egress/guarded-egress";
import { dohResolver } from "../../sources/egress/resolver";
import { failed } from "../../sources/failure";
import { readSource } from "../../sources/read";
import type { Memory } from "../../sources/registry";
import { guardedQuery, type QueryOptions } from "../../sources/sql/guarded-query";
import { meteredEgress } from "./metered-egress";
import { sqlBindings } from "./sql-bindings";

/** Of a draft that changes no source: what is sealed cannot be opened for it. */
const NO_SOURCE = "";

const clock: Clock = { now: () => Date.now() };

/** Reads sources through the one guarded way out, set up from the environment, with their secrets opened for it. */
export class SourceReader {
  readonly #settings: Settings;
  readonly #bindings: QueryOptions["bindings"];
  readonly #egress: Egress;
  readonly #vault: Vault;
  readonly #resolve = dohResolver({
    fetch: (url, init) => fetch(url, init),
    clock: { now: () => Date.now() },
    after: afterTimeout,
  });
  readonly #workspaceId: () => string;

  constructor(env: Env, workspaceId: () => string) {
    this.#settings = readEnv(env);
    this.#bindings = sqlBindings(env);
    this.#egress = this.#wayOut(log, false);
    this.#vault = new Vault(this.#settings.secretKeys);
    this.#workspaceId = workspaceId;
  }

  /** `memory`: of a saved source, whose definition is the same object from one refresh to the next. */
  async read(source: SourceDraft, memory?: Memory): Promise<Refresh> {
    if (secretsIn(source.settings).length > 0) return this.#readSecretly(source, memory);
    const { egress, cost } = meteredEgress(this.#egress);
    return { ...(await readSource(source, egress, { log, clock, ...(memory && { memory }) })), ...cost() };
  }

  async #readSecretly(source: SourceDraft, memory: Memory | undefined): Promise<Refresh> {
    const opened = await openSettings(this.#vault, this.#owner(source.id ?? NO_SOURCE), source.settings);
    if (!opened.ok) {
      log.error("secret_unreadable", { slug: source.slug, field: opened.field });
      const place = opened.field.slice(1).replaceAll("/", " ");
      return failed("bad_settings", `${place}: This secret cannot be opened any more. Enter it again.`);
    }
    const redact = redactor(opened.texts);
    const clean = redactedLog(log, redact);
    const { egress, cost } = meteredEgress(this.#wayOut(clean, true));
    const outcome = await readSource({ ...source, settings: opened.settings }, egress, {
      log: clean,
      clock,
      ...(memory && { memory }),
    });
    const read = { ...outcome, ...cost() };
    if (read.ok) return read.notes ? { ...read, notes: read.notes.map(redact) } : read;
    return { ...read, failure: { ...read.failure, message: redact(read.failure.message) } };
  }

  /** A source's settings with its secrets open; null where one cannot be opened. */
  async opened({ id, settings }: SourceDefinition): Promise<Readonly<Record<string, Json>> | null> {
    const opened = await openSettings(this.#vault, this.#owner(id), settings);
    return opened.ok ? opened.settings : null;
  }

  sealed(sourceId: string, settings: Readonly<Record<string, Json>>, from?: string): Promise<SealResult> {
    return sealSettings(this.#vault, this.#owner(sourceId), settings, from === undefined ? from : this.#owner(from));
  }

  #owner(sourceId: string): { workspaceId: string; sourceId: string } {
    return { workspaceId: this.#workspaceId(), sourceId };
  }

  /** `confidential`: for requests that carry a secret. */
  #wayOut(log: Logger, confidential: boolean): Egress {
    const { allowPrivateEgress, baseUrl, machineUrl } = this.#settings;
    const guard = {
      allowPrivate: allowPrivateEgress,
      ownHosts: [new URL(baseUrl).host],
      // Where private addresses may be read, a name that leads to one is no trouble.
      ...(allowPrivateEgress ? {} : { resolve: this.#resolve }),
      log,
    };
    const egress = guardedEgress({
      ...guard,
      fetch: (url, init) => fetch(url, init),
      upstreams: machineUrl === undefined ? {} : { machine: machineUrl },
      confidential,
      mark: hopMarkOf(baseUrl),
      now: () => clock.now(),
    });
    return { ...egress, query: guardedQuery({ ...guard, bindings: this.#bindings }) };
  }
}
