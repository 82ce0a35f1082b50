import type { Connector, Egress, EgressReply, EgressRequest, Outcome } from "../../core/sources/connector";
import type { Look } from "../../core/sources/look";
import { checkSettings } from "../check-settings";
import { failed } from "../failure";
import type { OwnJson } from "../json-copy";
import { boundedReply } from "../mapping/bounded-reply";
import { ExpressionError } from "../mapping/expression";
import { mapAnswer } from "../mapping/map-answer";
import { rowKeyOf } from "../mapping/rule";
import { joinPages } from "./join-pages";
import { nextPage } from "./next-page";
import { parseBody } from "./parse-body";
import { requestOf } from "./request";
import { type HttpJsonSettings, httpJsonSettings } from "./settings";

/** By what the upstream knows its last answer again (RFC 9110, 8.8). */
interface Validators {
  readonly etag?: string;
  readonly modified?: string;
}

/** Reads any address that answers with JSON. */
export const httpJson: Connector<HttpJsonSettings, Validators> = {
  kind: "http-json",
  parseSettings: (settings) => checkSettings(httpJsonSettings, settings),
  read,
  rowKey: ({ mapping }, path) => rowKeyOf(mapping, path),
};

async function read(
  settings: HttpJsonSettings,
  egress: Egress,
  look: Look,
  kept?: Validators,
): Promise<Outcome<Validators>> {
  const request = requestOf(settings);
  // What is posted may do something, and a first page that stayed says nothing of the others.
  const conditional = request.body === undefined && settings.pages === undefined;
  const reply = await egress.get(
    conditional ? { ...request, headers: { ...conditions(kept), ...request.headers } } : request,
  );
  if (!reply.ok) return reply;
  if (reply.status === 304) return { ok: true, readings: [], unchanged: true };
  const whole = await readAll(settings, request, reply, egress, look);
  if (!whole.ok) return whole;
  const sampled = look.trial ? { reply: boundedReply(whole.body) } : {};
  const outcome = mapAnswer(whole.body, settings.mapping);
  if (!outcome.ok) return { ...outcome, ...sampled };
  const notes = whole.notes.length === 0 ? {} : { notes: whole.notes };
  return { ...outcome, ...notes, ...sampled, ...(conditional ? keepable(reply) : {}) };
}

function conditions(kept: Validators | undefined): Record<string, string> {
  return {
    ...(kept?.etag === undefined ? {} : { "if-none-match": kept.etag }),
    ...(kept?.modified === undefined ? {} : { "if-modified-since": kept.modified }),
  };
}

function keepable({ headers = {} }: Extract<EgressReply, { ok: true }>): { readonly kept?: Validators } {
  const { etag, "last-modified": modified } = headers;
  if (etag !== undefined) return { kept: { etag } };
  return modified === undefined ? {} : { kept: { modified } };
}

type Whole =
  | { readonly ok: true; readonly body: OwnJson; readonly notes: readonly string[] }
  | Extract<EgressReply, { ok: false }>;

/** The first answer and the pages after it, as one. They share the time and the bytes that the settings allow. */
async function readAll(
  settings: HttpJsonSettings,
  request: EgressRequest,
  first: Extract<EgressReply, { ok: true }>,
  egress: Egress,
  look: Look,
): Promise<Whole> {
  const { pages, maxPages } = settings;
  const end = look.now() + request.timeout;
  const parsed = parseBody(first.text, first.contentType);
  if (!parsed.ok || pages === undefined) return parsed;
  let { body } = parsed;
  const notes = [...parsed.notes];
  const seen = new Set<string>([request.url]);
  let [page, left, last] = [first, request.maxBytes - first.text.length, parsed.body];
  for (let count = 1; ; count++) {
    const next = following(pages, { url: page.url ?? request.url, body: last, link: page.headers?.link });
    if (!next.ok) return next;
    if (next.url === null || seen.has(next.url)) return { ok: true, body, notes };
    if (count === maxPages) return { ok: true, body, notes: [...notes, `Only the first ${maxPages} pages were read.`] };
    seen.add(next.url);
    const time = end - look.now();
    if (time <= 0) return failed("timeout", `There were not all pages within ${request.timeout / 1_000} s.`);
    const asked = { ...request, headers: headersFor(next.url, request), url: next.url };
    const reply = await egress.get({ ...asked, timeout: time, maxBytes: Math.max(1, left) });
    if (!reply.ok) return reply;
    const more = parseBody(reply.text, reply.contentType);
    if (!more.ok) return more;
    body = joinPages(body, more.body);
    [page, left, last] = [reply, left - reply.text.length, more.body];
  }
}

/** Of the first page's headers, what may go to a page where a redirect has led to another server: what to accept. */
function headersFor(url: string, first: EgressRequest): Record<string, string> {
  const { accept = "application/json", ...own } = first.headers ?? {};
  const isSame = URL.parse(url)?.origin === URL.parse(first.url)?.origin;
  return isSame ? { accept, ...own } : { accept };
}

function following(
  pages: NonNullable<HttpJsonSettings["pages"]>,
  page: Parameters<typeof nextPage>[1],
): { readonly ok: true; readonly url: string | null } | ReturnType<typeof failed> {
  try {
    return { ok: true, url: nextPage(pages, page) };
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    return failed("bad_mapping", `Pages: ${error.message}.`);
  }
}
