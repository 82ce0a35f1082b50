import * as v from "valibot";
import { done } from "../../../core/protocol/done";
import { errorFrame } from "../../../core/protocol/error";
import { snapshot } from "../../../core/protocol/snapshot";
import { welcome } from "../../../core/protocol/welcome";
import { readAs } from "../../../core/schema/read-as";
import type { Timers } from "../clock";
import { hearEvents } from "./hear-events";
import type { HttpCalls } from "./http-calls";

/** An answer that takes longer (milliseconds) is given up. */
const DEADLINE = 8_000;

export interface FetchCallsPorts {
  /** `/live/:workspace`. */
  readonly url: string;
  /** What this tab is known by to whoever lends it a presence. */
  readonly reader: string;
  readonly request: (url: string, init: RequestInit) => Promise<Response>;
  readonly timers: Timers;
  /** Whether the browser keeps to itself that a GET is from our own page, as it does on plain `http:`. */
  readonly needsTicket: () => boolean;
}

const changes = v.omit(snapshot, ["type", "id", "part", "parts"]);
const answer = v.union([done, errorFrame]);
const ticketed = v.object({ ticket: v.string() });

/** The live endpoints by `fetch`. `no-store`, since a 304 would not tell when the sources were looked at. */
export function fetchCalls(ports: FetchCallsPorts): HttpCalls {
  const get = async (path: string, query: Record<string, string>, signal: AbortSignal) => {
    const params = new URLSearchParams({ ...query, ...(ports.needsTicket() ? await ticketOf(ports, signal) : {}) });
    return ports.request(`${ports.url}/${path}?${params}`, { ...OWN, signal });
  };
  return {
    welcome: (answered) =>
      within(ports.timers, answered, async (signal) => {
        const response = await get("welcome", {}, signal);
        return readAs(welcome, await response.json()) ?? null;
      }),
    values: (keys, since, answered) =>
      within(ports.timers, answered, async (signal) => {
        const response = await get("values", questionOf(keys, since), signal);
        return readAs(changes, await response.json()) ?? null;
      }),
    say: (frame, answered) =>
      within(ports.timers, answered, async (signal) => {
        const post = { ...OWN, method: "POST", body: JSON.stringify(frame), headers: JSON_TYPE, signal };
        const response = await ports.request(`${ports.url}/frames?reader=${ports.reader}`, post);
        if (response.status === 204) return "taken" as const;
        return readAs(answer, await response.json()) ?? null;
      }),
    events: (keys, since, on) => {
      const controller = new AbortController();
      const { signal } = controller;
      void hearEvents(() => get("events", questionOf(keys, since), signal), on, signal);
      return () => controller.abort();
    },
  };
}

const OWN = { cache: "no-store", credentials: "same-origin" } as const;
const JSON_TYPE = { "Content-Type": "application/json" };

function questionOf(keys: readonly string[], since: string | null): Record<string, string> {
  return { keys: keys.join(), ...(since === null ? {} : { since }) };
}

async function ticketOf({ url, request }: FetchCallsPorts, signal: AbortSignal): Promise<{ ticket: string }> {
  const response = await request(`${url}/ticket`, { ...OWN, method: "POST", signal });
  return v.parse(ticketed, await response.json());
}

function within<T>(
  timers: Timers,
  answered: (value: T | null) => void,
  ask: (signal: AbortSignal) => Promise<T | null>,
): () => void {
  const controller = new AbortController();
  const cancelDeadline = timers.after(DEADLINE, () => controller.abort());
  let isAwaited = true;
  // Rejected where there is no network, no server, or an answer that is none of ours, as a hotel's login page is.
  const settle = (value: T | null) => {
    cancelDeadline();
    if (isAwaited) answered(value);
  };
  void ask(controller.signal).then(settle, () => settle(null));
  return () => {
    isAwaited = false;
    cancelDeadline();
    controller.abort();
  };
}
