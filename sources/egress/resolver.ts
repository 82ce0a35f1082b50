import * as v from "valibot";
import type { Clock } from "../../core/ports";
import { finite } from "../../core/schema/finite";
import { readAs } from "../../core/schema/read-as";
import { type After, DeadlinePassed, withDeadline } from "./deadline";

/**
 * The addresses that a name has, as a URL writes them (IPv6 in brackets); none for a name without any. Null where it
 * could not be asked.
 */
export type Resolve = (name: string) => Promise<readonly string[] | null>;

interface ResolverPorts {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  readonly clock: Clock;
  readonly after: After;
}

/** DNS over HTTPS in JSON, as this resolver and Google's write it. */
const RESOLVER = "https://cloudflare-dns.com/dns-query";
/** Milliseconds: an answer is good for so long, and it is waited for so long. */
const GOOD_FOR = 60_000;
const PATIENCE = 2_000;
const MOST_NAMES = 1_000;

const answerSchema = v.object({ Answer: v.optional(v.array(v.object({ type: finite(), data: v.string() }))) });
const A = 1;
const AAAA = 28;

/**
 * Looks names up by DNS over HTTPS, since `fetch` tells nobody where it connects. What it finds is a hint: the runtime
 * looks the name up by itself, a moment later and maybe elsewhere.
 */
export function dohResolver(ports: ResolverPorts): Resolve {
  const known = new Map<string, { readonly until: number; readonly found: Promise<readonly string[] | null> }>();
  return (name) => {
    const now = ports.clock.now();
    const before = known.get(name);
    if (before && before.until > now) return before.found;
    if (known.size >= MOST_NAMES) known.clear();
    const found = lookUp(name, ports);
    known.set(name, { until: now + GOOD_FOR, found });
    return found;
  };
}

/** Null when either question gets no answer: half of the addresses would be no answer. */
async function lookUp(name: string, ports: ResolverPorts): Promise<readonly string[] | null> {
  const [four, six] = await Promise.all([ask(name, A, ports), ask(name, AAAA, ports)]);
  return four && six && [...four, ...six];
}

async function ask(name: string, type: number, { fetch, after }: ResolverPorts): Promise<string[] | null> {
  const url = `${RESOLVER}?name=${encodeURIComponent(name)}&type=${type}`;
  try {
    return await withDeadline(PATIENCE, after, "address", async (signal) => {
      const response = await fetch(url, { signal, headers: { accept: "application/dns-json" } });
      const answer = response.ok ? readAs(answerSchema, await response.json()) : undefined;
      return answer ? (answer.Answer ?? []).flatMap((one) => (one.type === type ? [asHost(one)] : [])) : null;
    });
  } catch (error) {
    if (error instanceof DeadlinePassed || error instanceof TypeError || error instanceof SyntaxError) return null;
    throw error;
  }
}

/** In the URL standard's spelling, which the address rules read; what is no address is judged as one that is closed. */
function asHost({ type, data }: { readonly type: number; readonly data: string }): string {
  return URL.parse(type === AAAA ? `http://[${data}]/` : `http://${data}/`)?.hostname ?? "[]";
}
