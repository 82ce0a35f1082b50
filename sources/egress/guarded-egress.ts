import type { Clock, Logger } from "../../core/ports";
import type { Egress, EgressReply, EgressRequest } from "../../core/sources/connector";
import { failed, failureOf, quote } from "../failure";
import { type AddressPolicy, checkAddress } from "./address";
import { isConditional, shownHeaders } from "./conditional";
import { type After, afterTimeout, DeadlinePassed, withDeadline } from "./deadline";
import { isName, reachOf } from "./host";
import { readBody } from "./read-body";
import { isRedirect, nextHop } from "./redirect";
import { requestHeaders } from "./request-headers";
import type { Resolve } from "./resolver";
import { parseRetryAfter } from "./retry-after";
import { upstreamName } from "./upstream-name";

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

export interface EgressOptions {
  readonly fetch: Fetch;
  readonly allowPrivate: boolean;
  readonly ownHosts: readonly string[];
  /** Addresses that the operator configured, by the name that sources use: `upstream:machine`. */
  readonly upstreams: Readonly<Record<string, string>>;
  /** What is sent holds a secret: it goes to a public address by https only. */
  readonly confidential?: boolean;
  /** Marks what goes out, so that this server knows its own requests again. */
  readonly mark: string;
  /** Looks a public name up, so that one which leads inside is refused. Without it names are judged by their spelling. */
  readonly resolve?: Resolve;
  /** For a Retry-After that is a date. */
  readonly now?: Clock["now"];
  readonly after?: After;
  /** Told why an upstream could not be reached, which the source's owner is not. */
  readonly log?: Logger;
}

/**
 * The guarded way out. Every expected trouble is a value: addresses that may not be read, redirects (each checked as
 * if it had been asked for), time (one deadline for an answer to begin, one over all hops and the body), size, kind,
 * status.
 */
export function guardedEgress(options: EgressOptions): Egress {
  return { get: (request) => get(request, options) };
}

async function get(request: EgressRequest, options: EgressOptions): Promise<EgressReply> {
  const start = startOf(request.url, options);
  if (start === null) return failed("refused_address", `This server has no upstream ${quote(request.url)}.`);
  try {
    return await withDeadline(request.timeout, options.after ?? afterTimeout, "complete answer", (signal) =>
      follow(request, start, signal, options),
    );
  } catch (error) {
    if (!(error instanceof DeadlinePassed)) throw error;
    return failed("timeout", `There was no ${error.message} within ${error.milliseconds / 1_000} s.`);
  }
}

/** How long an answer may take to begin, in milliseconds: half of the time there is, 5 s if that is less. */
function untilFirstByte(timeout: number): number {
  return Math.min(timeout, Math.max(5_000, timeout / 2));
}

interface Start {
  readonly url: string;
  readonly policy: AddressPolicy;
}

function startOf(
  url: string,
  { allowPrivate, ownHosts, upstreams, confidential = false }: EgressOptions,
): Start | null {
  const name = upstreamName(url);
  const policy = { allowPrivate, ownHosts, confidential };
  if (name === null) return { url, policy };
  const configured = Object.hasOwn(upstreams, name) ? URL.parse(upstreams[name] ?? "") : null;
  return configured && { url: configured.href, policy: { ...policy, trustedOrigin: configured.origin } };
}

async function follow(
  request: EgressRequest,
  start: Start,
  signal: AbortSignal,
  options: EgressOptions,
): Promise<EgressReply> {
  let next = start.url;
  let { body } = request;
  let origin: string | null = null;
  let stayed = true;
  for (let hops = 0; ; hops += 1) {
    const checked = checkAddress(next, start.policy);
    if (!checked.ok) return hops === 0 ? checked : afterRedirect(checked.failure.message);
    if (!(await leadsOutside(checked.url, start.policy, options))) return hops === 0 ? inside() : afterRedirect(INSIDE);
    stayed &&= origin === null || checked.url.origin === origin;
    origin = checked.url.origin;
    const headers = requestHeaders(request.headers ?? {}, stayed, options.mark);
    const init = { headers, ...(body === undefined ? {} : { method: "POST", body }) };
    const response = await ask(checked.url, init, { signal, within: untilFirstByte(request.timeout) }, options);
    if (response === null) return failed("unreachable");
    if (!isRedirect(response.status)) return answer(response, request, checked.url, options.now);
    discard(response);
    if (!keepsBody(response.status)) body = undefined;
    const hop = nextHop(checked.url, response.headers.get("location"), hops);
    if (!hop.ok) return hop;
    if (body !== undefined && URL.parse(hop.url)?.origin !== origin) return failed("refused_address", MOVED);
    next = hop.url;
  }
}

/** What is posted may be meant for one server only, as a credential is. */
const MOVED = "The address redirects what is posted to another server.";

/** A GET follows on the others (Fetch, 4.4), as every browser has it. */
function keepsBody(status: number): boolean {
  return status === 307 || status === 308;
}

function afterRedirect(reason: string): EgressReply {
  return failed("refused_address", `The address redirects to one that may not be read. ${reason}`);
}

const INSIDE = "The address is private. Only public addresses may be read from here.";

function inside(): EgressReply {
  return failed("refused_address", INSIDE);
}

/** Whether the name has no address but public ones, as far as that can be found out. */
export async function leadsOutside(
  url: URL,
  { trustedOrigin }: Pick<AddressPolicy, "trustedOrigin">,
  { resolve, log }: Pick<EgressOptions, "resolve" | "log">,
): Promise<boolean> {
  if (!resolve || url.origin === trustedOrigin || !isName(url.hostname)) return true;
  const found = await resolve(url.hostname);
  if (found === null) log?.warn("egress.unresolved", { host: url.host });
  return found === null || found.every((address) => reachOf(address) === "public");
}

/** Null when there is no answer. Why (no such name, refused, reset) would tell a stranger about the network: not said. */
async function ask(
  url: URL,
  init: RequestInit,
  { signal, within }: { readonly signal: AbortSignal; readonly within: number },
  { fetch, log, after = afterTimeout }: EgressOptions,
): Promise<Response | null> {
  try {
    return await withDeadline(within, after, "answer", (begun) =>
      fetch(url.href, { ...init, signal: AbortSignal.any([signal, begun]), redirect: "manual", cache: "no-store" }),
    );
  } catch (error) {
    if (error instanceof DeadlinePassed) throw error;
    if (!signal.aborted) log?.info("egress.unreachable", { host: url.host, error: String(error) });
    return null;
  }
}

async function answer(
  response: Response,
  { maxBytes, headers = {}, alsoRead = [] }: EgressRequest,
  url: URL,
  now: EgressOptions["now"],
): Promise<EgressReply> {
  const { status } = response;
  const isAnswer = response.ok || (status === 304 && isConditional(headers)) || alsoRead.includes(status);
  if (!isAnswer) return refusal(response, now?.() ?? Number.NaN);
  const contentType = response.headers.get("content-type") ?? "";
  if (!isReadable(contentType)) {
    discard(response);
    return failed("bad_body", `The address answers with ${quote(contentType)}, which holds no values.`);
  }
  const text = await readWhole(response, maxBytes);
  if (!text.ok) return text;
  return { ok: true, status, contentType, text: text.text, url: url.href, headers: shownHeaders(response.headers) };
}

/** Text, data in any format, and what has no type. Pictures, sound, films and fonts are not even read. */
function isReadable(contentType: string): boolean {
  return contentType === "" || /^\s*(text|application|binary)\//i.test(contentType);
}

function refusal(response: Response, now: number): EgressReply {
  discard(response);
  const { status } = response;
  const failure =
    status === 429
      ? failureOf("rate_limited", "Upstream answered 429: it asks to be read less often.")
      : failureOf("upstream_status", `Upstream answered ${status}.`);
  const retryAfter =
    status === 429 || status === 503 ? parseRetryAfter(response.headers.get("retry-after"), now) : undefined;
  return retryAfter === undefined ? { ok: false, failure } : { ok: false, failure, retryAfter };
}

type Whole = { readonly ok: true; readonly text: string } | ReturnType<typeof failed>;

async function readWhole(response: Response, maxBytes: number): Promise<Whole> {
  try {
    const text = await readBody(response, maxBytes);
    return text === null ? failed("too_large", `The answer is larger than ${sizeText(maxBytes)}.`) : { ok: true, text };
  } catch {
    return failed("unreachable", "The answer broke off, or could not be unpacked.");
  }
}

function sizeText(bytes: number): string {
  return bytes >= 1_000_000 ? `${bytes / 1_000_000} MB` : `${bytes / 1_000} kB`;
}

/** Gives the connection back. A body that fails while it is thrown away is of no interest. */
function discard(response: Response): void {
  response.body?.cancel().catch(() => undefined);
}
