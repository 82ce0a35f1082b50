import * as v from "valibot";
import { LiveError } from "../../core/errors";
import { isArray, type Json } from "../../core/json";
import { written } from "../../core/protocol/written";
import { EVENTS_A_COMMIT } from "../../core/streams/event-id";
import { MAX_KEEP } from "../../core/streams/keep-of";
import { answerWrite } from "./answer-write";
import type { Call } from "./call";
import { onceOf } from "./once-of";
import { JSON_TYPE, parseJson, readText, requireType } from "./read-body";

/** Newline-delimited JSON has no registered type: these are in use. */
const LINES_TYPES = ["application/x-ndjson", "application/ndjson", "application/jsonl"];

/** `POST /api/v1/events/:key`: appends one event, or each of a list, or each line, to a stream: all of them or none. */
export async function postEvents(call: Call): Promise<Response> {
  const type = requireType(call.request, [JSON_TYPE, ...LINES_TYPES]);
  const once = onceOf(call.request.headers);
  const text = await readText(call.request);
  const events = (type === JSON_TYPE ? listed(parseJson(text)) : lines(text)).map((data) => ({ data }));
  if (events.length < 1 || events.length > EVENTS_A_COMMIT) {
    throw new LiveError("bad_input", `Send 1 to ${EVENTS_A_COMMIT} events: these are ${events.length}.`);
  }
  if (events.some(({ data }) => !v.is(written, data))) {
    throw new LiveError("bad_input", "An event is nested too deep.");
  }
  return answerWrite(call, { events: { key: call.key, events, ...keepOf(call.request) }, ...once });
}

/** How many events the stream keeps from now on, where the address says so. */
function keepOf({ url }: Request): { keep?: number } {
  const text = new URL(url).searchParams.get("keep");
  if (text === null) return {};
  const keep = /^[0-9]{1,6}$/.test(text) ? Number(text) : 0;
  if (keep >= 1 && keep <= MAX_KEEP) return { keep };
  throw new LiveError("bad_input", `keep is a whole number of events, 1 to ${MAX_KEEP}.`);
}

function listed(body: Json): readonly Json[] {
  return isArray(body) ? body : [body];
}

function lines(text: string): Json[] {
  return text.split("\n").flatMap((line, i) => (line.trim() === "" ? [] : [parseJson(line, `Line ${i + 1}`)]));
}
