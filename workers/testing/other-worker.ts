import { runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import type { Deltaboard, Subscribed, Subscription } from "../../docs/examples/other-worker/deltaboard";
import type { Totals } from "../../docs/examples/other-worker/worker";

/** The object as another Worker has it. */
export function boardOf(workspace: string): Deltaboard {
  const stub: unknown = env.DASHBOARD.getByName(workspace);
  return stub as Deltaboard;
}

/** The handle of a subscription that is not refused. */
export async function subscribed(answer: Promise<Subscribed>): Promise<Subscription> {
  const settled = await answer;
  if (!settled.ok) throw new Error(settled.message);
  return settled.subscription;
}

/** An object of the example in docs/examples, which runs in a Worker of its own; the tests are bound to it as well. */
export function example(): { watch(workspace: string): Promise<void> } {
  const namespace: unknown = Reflect.get(env, "TOTALS");
  return (namespace as DurableObjectNamespace<Totals>).getByName(crypto.randomUUID());
}

/** The object ends without a word, as when a new version is deployed. */
export async function abortObject(workspace: string): Promise<void> {
  // What aborts it fails with it.
  await runInDurableObject(env.DASHBOARD.getByName(workspace), (_, ctx) => ctx.abort("deployed anew")).catch(() => {});
}
