import type { Json } from "../../../core/json";
import { handleApi } from "../../../workers/api/handle-api";
import { DataDashboard } from "../../../workers/do/data-dashboard";
import { handleLive } from "../../../workers/live";
import { type DoorEnv, door } from "./door";
import { pushSocket } from "./push-socket";

interface Push {
  readonly writes?: readonly { readonly key: string; readonly value: Json }[];
  readonly appends?: readonly { readonly key: string; readonly data: Json }[];
}

/** The product's object as it ships, with a way in for pushes beside it. */
export class Product extends DataDashboard {
  override fetch(request: Request): Promise<Response> {
    const { pathname } = new URL(request.url);
    if (pathname === "/push") return Promise.resolve(pushSocket((text) => this.#push(JSON.parse(text) as Push)));
    if (pathname === "/rows") return this.#rows(request);
    return super.fetch(request);
  }

  #push({ writes = [], appends = [] }: Push): void {
    const at = Date.now();
    this.commit({
      at,
      writes: writes.map(({ key, value }) => ({ key, value, meta: { kind: "value" } })),
      appends: appends.map(({ key, data }) => ({ key, events: [{ at, data }], meta: { kind: "stream" } })),
      removes: [],
      lastCheck: null,
      interval: 0,
    });
  }

  /** Commits what is posted and answers with the rows that this wrote, alarms included. */
  async #rows(request: Request): Promise<Response> {
    const push: Push = await request.json();
    const { storage } = this.ctx;
    const rows = { pages: 0, other: 0, alarms: 0 };
    const exec = storage.sql.exec.bind(storage.sql);
    const setAlarm = storage.setAlarm.bind(storage);
    storage.sql.exec = (query, ...bindings) => {
      const cursor = exec(query, ...bindings);
      rows[/\bpage\b/.test(query) ? "pages" : "other"] += cursor.rowsWritten;
      return cursor as ReturnType<typeof exec<never>>;
    };
    storage.setAlarm = (at) => {
      rows.alarms += 1;
      return setAlarm(at);
    };
    this.#push(push);
    storage.sql.exec = exec;
    storage.setAlarm = setAlarm;
    return Response.json(rows);
  }
}

/** Who brings a key comes in by the product's own doors, with all that they check; others as to every object here. */
export default {
  fetch(request, env) {
    if (!request.headers.has("Authorization")) return door.fetch(request, env);
    return new URL(request.url).pathname.startsWith("/api/") ? handleApi(request, env) : handleLive(request, env);
  },
} satisfies ExportedHandler<Env & DoorEnv>;
