import type { StreamEvent } from "../../../core/protocol/parts";

/** Events that lie too near each other on a chart to be told apart, oldest first. */
export interface EventGroup {
  /** When the first of them was. */
  readonly at: number;
  readonly events: readonly StreamEvent[];
}

/** The events between two times, in at most so many groups. */
export function eventGroups(events: readonly StreamEvent[], from: number, to: number, most: number): EventGroup[] {
  const groups = new Map<number, StreamEvent[]>();
  for (const event of events) {
    if (event.at < from || event.at > to) continue;
    const place = Math.min(most - 1, Math.floor(((event.at - from) / (to - from)) * most));
    const group = groups.get(place);
    if (group) group.push(event);
    else groups.set(place, [event]);
  }
  return [...groups.values()]
    .map((group) => group.toSorted((a, b) => a.at - b.at))
    .map((group) => ({ at: group[0]?.at ?? from, events: group }))
    .sort((a, b) => a.at - b.at);
}
