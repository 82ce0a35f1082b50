import { DurableObject } from "cloudflare:workers";

interface FetchingEnv {
  readonly ROOM: DurableObjectNamespace;
  /** The addresses that are asked each second, separated by blanks. */
  readonly ADDRESSES: string;
}

/** Asks addresses each second by its alarm and throws the answers away: what that costs the runtime alone. */
export class Fetching extends DurableObject<FetchingEnv> {
  override async fetch(): Promise<Response> {
    await this.ctx.storage.setAlarm(Date.now() + 1_000);
    return new Response("ok\n");
  }

  override async alarm(): Promise<void> {
    await this.ctx.storage.setAlarm(Date.now() + 1_000);
    for (const address of this.env.ADDRESSES.split(" ")) this.ctx.waitUntil(fetch(address).then((got) => got.text()));
  }
}

export default {
  fetch: (request, env) => env.ROOM.getByName("w-bench").fetch(request),
} satisfies ExportedHandler<FetchingEnv>;
