import type { AlertAct } from "./act";
import type { AlertMemory } from "./memory";

/** The rule after somebody did something about it; the same where that changes nothing, as acknowledging what does not fire. */
export function acted(memory: AlertMemory, act: AlertAct, by: string, at: number): AlertMemory {
  const { acknowledged, silenced, ...rest } = memory;
  switch (act.act) {
    case "acknowledge":
      return memory.state === "firing" ? { ...memory, acknowledged: { by, at } } : memory;
    case "unacknowledge":
      return acknowledged ? { ...rest, ...(silenced ? { silenced } : {}) } : memory;
    case "silence":
      return { ...memory, silenced: { by, until: at + act.lasts } };
    case "unsilence":
      return silenced ? { ...rest, ...(acknowledged ? { acknowledged } : {}) } : memory;
  }
}
