import { type AlertState, type Beyond, MOST_LISTED } from "./alert-state";
import type { AlertMemory, Held } from "./memory";
import type { AlertRule } from "./rule";

/** The state of a rule as its key tells it. */
export function shownState({ id: _id, ...rule }: AlertRule, { held, ...rest }: AlertMemory): AlertState {
  const all = Object.entries(held).sort(worstFirst(rule.condition));
  const firing = all.filter(([, { fires }]) => fires);
  const pending = all.filter(([, { fires }]) => !fires);
  const known = knownTo(firing.map(([, one]) => one));
  return { ...rule, ...rest, ...known, firing: listed(firing), count: firing.length, pending: listed(pending) };
}

/** Who acknowledged last, where nothing fires that nobody has acknowledged. */
function knownTo(firing: readonly Held[]): Pick<AlertState, "acknowledged"> {
  const all = firing.flatMap(({ acknowledged }) => acknowledged ?? []).sort((a, b) => a.at - b.at);
  const last = all.at(-1);
  return last && all.length === firing.length ? { acknowledged: last } : {};
}

function listed(held: readonly (readonly [string, Held])[]): Beyond[] {
  return held.slice(0, MOST_LISTED).map(([key, { value, since }]) => ({ key, value, since }));
}

/** By how far they were beyond the limit when that began, where there is one; else the longest first. */
function worstFirst({ is }: AlertRule["condition"]) {
  const sign = is === "above" ? 1 : is === "below" ? -1 : 0;
  const size = ({ value }: Held) => (typeof value === "number" ? value * sign : 0);
  return ([a, one]: readonly [string, Held], [b, two]: readonly [string, Held]): number =>
    size(two) - size(one) || one.since - two.since || (a < b ? -1 : 1);
}
