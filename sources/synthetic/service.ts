import type { Dice } from "./dice";
import { DAY, dayCurve, HOUR, type MakeScene, MINUTE, rounded, series, text, weekCurve } from "./scene";

/** An incident begins in about every second one of these. */
const SLOT = 3 * HOUR;
const WHAT = [
  "Database slow to answer",
  "A deploy went wrong",
  "One zone lost",
  "Certificate ran out",
  "Queue backed up",
];

interface Incident {
  readonly id: number;
  readonly what: string;
  readonly from: number;
  readonly to: number;
  /** Of 0.3 to 1. */
  readonly weight: number;
}

function incidentOf(dice: Dice, slot: number): Incident | null {
  if (dice.at("incident", slot) < 0.5) return null;
  const from = slot * SLOT + dice.at("begins", slot) * SLOT * 0.7;
  const to = from + (4 + 40 * dice.at("lasts", slot)) * MINUTE;
  const what = WHAT[Math.floor(dice.at("what", slot) * WHAT.length)] ?? "";
  return { id: slot, what, from, to, weight: 0.3 + 0.7 * dice.at("weight", slot) };
}

function lately(dice: Dice, now: number): Incident[] {
  const last = Math.floor(now / SLOT);
  const slots = Array.from({ length: DAY / SLOT + 1 }, (_, i) => last - DAY / SLOT + i);
  return slots.flatMap((slot) => incidentOf(dice, slot) ?? []).filter(({ from }) => from <= now);
}

/** How bad things are, 0 to 1: it sets in within two minutes and goes within five. */
function trouble({ from, to, weight }: Incident, now: number): number {
  if (now < from || now > to + 5 * MINUTE) return 0;
  return weight * Math.min(1, (now - from) / (2 * MINUTE)) * (now > to ? 1 - (now - to) / (5 * MINUTE) : 1);
}

/** A web service with the load of its days and weeks, and incidents that slow it down. */
export const service: MakeScene = (dice, now) => {
  const incidents = lately(dice, now);
  const open = incidents.find(({ to }) => now <= to);
  const bad = Math.max(0, ...incidents.map((incident) => trouble(incident, now)));
  const load = (0.25 + 0.75 * dayCurve(now) * weekCurve(now)) * (1 + 0.1 * dice.walk("load", now, HOUR));
  const requests = 900 * load * (1 - 0.5 * bad);
  const median = (42 + 30 * load) * (1 + 6 * bad) * (1 + 0.06 * dice.walk("latency", now, HOUR));
  const errors = Math.max(0, 0.15 + 0.1 * dice.walk("errors", now, HOUR) + 22 * bad);
  return {
    readings: [
      series("requests_per_second", rounded(requests, 1), "requests/s"),
      series("latency.p50", rounded(median, 1), "ms"),
      series("latency.p95", rounded(median * (2.4 + 2 * bad), 1), "ms"),
      series("error_percent", rounded(errors, 2), "%"),
      series("cpu_percent", rounded(Math.min(100, 12 + 62 * load + 20 * bad), 1), "%"),
      series("signed_in", Math.round(5_200 * load * (1 - 0.3 * bad))),
      text("status", open ? "incident" : bad > 0 ? "recovering" : "ok"),
      text("incident", open?.what ?? null),
    ],
    happened: [
      {
        path: "incidents",
        meta: { kind: "stream" },
        events: incidents.flatMap(({ id, what, from, to }) => [
          { at: Math.floor(from), data: { text: `${what}: begun`, id: `${id} begun` } },
          ...(to <= now ? [{ at: Math.floor(to), data: { text: `${what}: over`, id: `${id} over` } }] : []),
        ]),
      },
    ],
  };
};
