import type { Connector, Egress, Reading } from "../../core/sources/connector";
import type { Look } from "../../core/sources/look";
import { guardedEgress } from "../egress/guarded-egress";

/** The guarded way out to this machine. */
export function realEgress(): Egress {
  return guardedEgress({
    fetch: (url, init) => fetch(url, init),
    allowPrivate: true,
    ownHosts: [],
    upstreams: {},
    mark: "test",
  });
}

/** Reads a source again and again, each time with what the time before brought. Fails where a read does. */
export function realReads<Settings>(
  connector: Connector<Settings>,
  settings: unknown,
  egress: Egress,
): () => Promise<ReadonlyMap<string, Reading>> {
  const parsed = connector.parseSettings(settings);
  if (!parsed.ok) throw new Error(parsed.failure.message);
  let held: ReadonlyMap<string, Reading> = new Map();
  let lookedAt: number | null = null;
  return async () => {
    const look: Look = {
      trial: false,
      now: () => Date.now(),
      held: (path) => {
        const reading = held.get(path);
        return reading && { value: reading.value, at: lookedAt ?? 0 };
      },
      lookedAt,
    };
    const outcome = await connector.read(parsed.settings, egress, look);
    if (!outcome.ok) throw new Error(outcome.failure.message);
    lookedAt = Date.now();
    held = new Map(outcome.readings.map((reading) => [reading.path, reading]));
    return held;
  };
}
