import type { Failure } from "../../core/sources/state";
import { failureOf } from "../failure";

export const MAX_HOPS = 3;
const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

export function isRedirect(status: number): boolean {
  return REDIRECTS.has(status);
}

export type Hop = { readonly ok: true; readonly url: string } | { readonly ok: false; readonly failure: Failure };

/** Where a redirect leads; the address it names is not checked here. `hops` have been followed before this one. */
export function nextHop(from: URL, location: string | null, hops: number): Hop {
  if (hops >= MAX_HOPS) {
    return {
      ok: false,
      failure: failureOf("too_many_redirects", `The address redirects more than ${MAX_HOPS} times.`),
    };
  }
  const to = location === null ? null : URL.parse(location, from);
  if (to === null) return { ok: false, failure: failureOf("upstream_status", "The address redirects to nowhere.") };
  if (from.protocol === "https:" && to.protocol === "http:") {
    return { ok: false, failure: failureOf("refused_address", "The address redirects from https to http.") };
  }
  return { ok: true, url: to.href };
}
