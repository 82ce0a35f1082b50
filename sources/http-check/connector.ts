import type { Connector, Egress, EgressReply, Outcome, Reading } from "../../core/sources/connector";
import type { Look } from "../../core/sources/look";
import type { FailureCode } from "../../core/sources/state";
import { checkSettings } from "../check-settings";
import { quote } from "../failure";
import { type HttpCheckSettings, httpCheckSettings } from "./settings";

/**
 * Whether an address answers, and how soon: `up` (1 or 0), `latency` (milliseconds; null while it is down) and
 * `problem` (why it is down; null while it is up). An address that does not answer is what this source is there to
 * report, so only settings and addresses that are refused fail it.
 */
export const httpCheck: Connector<HttpCheckSettings> = {
  kind: "http-check",
  parseSettings: (settings) => checkSettings(httpCheckSettings, settings),
  read,
};

/** These say that something answered, however it may look to a connector that wants values. */
const answers: readonly FailureCode[] = ["bad_body", "too_large"];
const ours: readonly FailureCode[] = ["refused_address", "bad_settings", "internal"];

async function read(settings: HttpCheckSettings, egress: Egress, look: Look): Promise<Outcome> {
  const { url, timeout, maxBytes } = settings;
  const asked = look.now();
  const reply = await egress.get({ url, timeout, maxBytes, headers: { accept: "*/*" } });
  if (!reply.ok && ours.includes(reply.failure.code)) return reply;
  const problem = problemOf(reply, settings);
  const latency = problem === null ? Math.max(0, look.now() - asked) : null;
  return { ok: true, readings: readings(problem, latency) };
}

function problemOf(reply: EgressReply, { contains }: HttpCheckSettings): string | null {
  if (!reply.ok && !answers.includes(reply.failure.code)) return reply.failure.message;
  if (contains === undefined || contains === "") return null;
  const holds = reply.ok && reply.text.includes(contains);
  return holds ? null : `The answer does not hold ${quote(contains)}.`;
}

function readings(problem: string | null, latency: number | null): Reading[] {
  return [
    { path: "up", value: problem === null ? 1 : 0, meta: { kind: "series", label: "Answers" } },
    { path: "latency", value: latency, meta: { kind: "series", unit: "ms", label: "Time to answer" } },
    { path: "problem", value: problem, meta: { kind: "value", label: "What is wrong" } },
  ];
}
