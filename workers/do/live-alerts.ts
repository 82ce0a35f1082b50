import { Alerts, type AlertsPorts } from "../../core/alerts/alerts";
import type { Refresher } from "../../core/schedule/refresher";
import { readAs } from "../../core/schema/read-as";
import { sourceState } from "../../core/sources/state";
import type { ChangeSet, Store } from "../../core/store/store";
import { openDatabase } from "../../db/database";
import { listRules } from "../../db/queries/alert-rules";
import { log } from "../../server/log";
import { AlertTable } from "./alert-table";
import { clock } from "./system";

interface Seams {
  readonly store: Pick<Store, "get" | "keysOf">;
  readonly workspaceId: () => string;
  readonly refresher: () => Pick<Refresher, "ageOf" | "tick">;
  readonly commit: (change: ChangeSet) => void;
  readonly rearm: () => void;
}

/** The workspace's alert rules over the object's storage and D1. */
export class LiveAlerts extends Alerts {
  readonly #env: Env;
  readonly #table: AlertTable;
  readonly #seams: Seams;
  #last: Promise<void> = Promise.resolve();

  constructor(storage: DurableObjectStorage, env: Env, seams: Seams) {
    const { store } = seams;
    const table = new AlertTable(storage);
    const ports: AlertsPorts = {
      clock,
      logger: log,
      get: (key) => store.get(key),
      keysOf: (first) => store.keysOf(first),
      ageOf: (slug) => ({
        source: readAs(sourceState, store.get(`$sources.${slug}`)?.value),
        ...seams.refresher().ageOf(slug),
      }),
      commit: seams.commit,
      save: (kept) => table.save(kept),
      forget: (id) => table.forget(id),
      rearm: seams.rearm,
    };
    super(ports, table.all());
    this.#env = env;
    this.#table = table;
    this.#seams = seams;
  }

  get known(): boolean {
    return this.#table.known;
  }

  /** Reads the rules, one after the other: an answer that was asked for before a change is never the last. Throws what D1 throws. */
  read(): Promise<void> {
    const next = this.#last.then(() => this.#readOnce());
    this.#last = next.catch(() => {});
    return next;
  }

  async #readOnce(): Promise<void> {
    this.setRules(await listRules(openDatabase(this.#env.DB), this.#seams.workspaceId()));
    this.#table.nowKnown();
    // A source is read as often as its rules need it from now on.
    this.#seams.refresher().tick();
  }
}
