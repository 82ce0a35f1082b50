import type { AlertAct } from "./act";
import type { AlertMemory, Held } from "./memory";

/** The rule after somebody did something about it; the same where that changes nothing, as acknowledging what does not fire. */
export function acted(memory: AlertMemory, act: AlertAct, by: string, at: number): AlertMemory {
  switch (act.act) {
    case "acknowledge":
      return held(memory, (one) => (one.fires && !one.acknowledged ? { ...one, acknowledged: { by, at } } : one));
    case "unacknowledge":
      return held(memory, ({ acknowledged: _acknowledged, ...one }) => one);
    case "silence":
      return { ...memory, silenced: { by, until: at + act.lasts } };
    case "unsilence": {
      const { silenced, ...heard } = memory;
      return silenced ? heard : memory;
    }
  }
}

function held(memory: AlertMemory, change: (one: Held) => Held): AlertMemory {
  const changed = Object.entries(memory.held).map(([key, one]) => [key, change(one)] as const);
  const isNews = changed.some(([key, { acknowledged }]) => acknowledged !== memory.held[key]?.acknowledged);
  return isNews ? { ...memory, held: Object.fromEntries(changed) } : memory;
}
