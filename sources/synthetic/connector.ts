import { isObject, type Json } from "../../core/json";
import type { Appended, Connector, Egress, Outcome } from "../../core/sources/connector";
import type { Look } from "../../core/sources/look";
import { SYNTHETIC } from "../../core/sources/synthetic";
import { isEvents } from "../../core/streams/is-events";
import { checkSettings } from "../check-settings";
import { Dice } from "./dice";
import { seasons, walks } from "./numbers";
import { property } from "./property";
import type { MakeScene } from "./scene";
import { service } from "./service";
import { type SyntheticSettings, syntheticSettings } from "./settings";

const scenes: Readonly<Record<SyntheticSettings["scene"], MakeScene>> = { service, property, seasons, walks };

/** Makes its values up, by a seed and the time alone: for demonstrations and for trying boards out. */
export const synthetic: Connector<SyntheticSettings> = {
  kind: SYNTHETIC,
  parseSettings: (settings) => checkSettings(syntheticSettings, settings),
  read,
};

async function read({ scene, seed, count }: SyntheticSettings, _: Egress, look: Look): Promise<Outcome> {
  const { readings, happened } = scenes[scene](new Dice(`${scene} ${seed}`), look.now(), count);
  return { ok: true, readings, appends: happened.map((stream) => since(stream, look)) };
}

/** Without what the stream holds by now, or has held before the oldest that it holds. */
function since(stream: Appended, look: Look): Appended {
  const held = look.held(stream.path)?.value ?? [];
  if (!isEvents(held)) return stream;
  const last = Math.max(0, ...held.map(({ at }) => at));
  const seen = new Set(held.filter(({ at }) => at === last).map(({ data }) => idOf(data)));
  return {
    ...stream,
    events: stream.events
      .filter(({ at = 0, data }) => at >= last && !seen.has(idOf(data)))
      .toSorted((a, b) => (a.at ?? 0) - (b.at ?? 0)),
  };
}

function idOf(data: Json): Json | undefined {
  return isObject(data) ? data.id : undefined;
}
