import { EDITABLE } from "../../../core/sources/written";
import { openDatabase } from "../../../db/database";
import { insertSource } from "../../../db/queries/sources";
import { DataDashboard } from "../../do/data-dashboard";
import { PRINCIPAL_HEADER } from "../../do/socket-attachment";
import { owner } from "../../testing/socket";

/** How often each object was made, by its name. It outlives the objects: it belongs to the Worker, which never sleeps here. */
const made = new Map<string, number>();

/** The product's object, counted. */
export class Quiet extends DataDashboard {
  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    const { name = "" } = ctx.id;
    made.set(name, (made.get(name) ?? 0) + 1);
  }

  /** One commit of the key `a.x`. */
  push(value: string): void {
    const write = { key: "a.x", value, meta: { kind: "value" } } as const;
    this.commit({ at: Date.now(), writes: [write], removes: [], lastCheck: null, interval: 0 });
  }
}

/** What keeps an object awake: a timer. It is here to show that the count would tell. */
export class Restless extends Quiet {
  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    setInterval(() => {}, 1_000);
  }
}

interface QuietEnv extends Env {
  readonly QUIET: DurableObjectNamespace<Quiet>;
  readonly RESTLESS: DurableObjectNamespace<Restless>;
}

/** `/<class>/<workspace>/<what>`; only `made` is answered without the object. */
export default {
  async fetch(request, env) {
    const { pathname, searchParams } = new URL(request.url);
    const [, kind, workspace = "", what] = pathname.split("/");
    if (what === "made") return Response.json(made.get(workspace) ?? 0);
    const object = kind === "restless" ? env.RESTLESS.getByName(workspace) : env.QUIET.getByName(workspace);
    if (what === "push") await object.push(await request.text());
    else if (what === "editable") {
      const list = { id: crypto.randomUUID(), slug: "list", name: "List", kind: EDITABLE, settings: {} };
      await insertSource(openDatabase(env.DB), workspace, { ...list, interval: 60_000, now: new Date() });
      await object.sourcesChanged();
    } else {
      const person = searchParams.get("person") ?? "";
      const headers = { Upgrade: "websocket", [PRINCIPAL_HEADER]: JSON.stringify({ ...owner, userId: person }) };
      return object.fetch(new Request(request.url, { headers }));
    }
    return new Response();
  },
} satisfies ExportedHandler<QuietEnv>;
