import type { KeyState } from "../protocol/snapshot";
import type { ChangeSet } from "../store/change-set";
import { isEvents } from "../streams/is-events";

/** What puts keys back as they were: their values, and of streams the events, which get new ids. */
export function restored(keys: readonly KeyState[], at: number): ChangeSet {
  const writes = keys
    .filter(({ meta }) => meta.kind !== "stream")
    .map(({ key, value, meta }) => ({ key, value, meta }));
  const appends = keys.flatMap(({ key, value, meta }) =>
    meta.kind === "stream" && isEvents(value)
      ? [
          {
            key,
            meta: { ...meta, kind: "stream" as const },
            events: value.map((event) => ({ at: event.at, data: event.data })),
          },
        ]
      : [],
  );
  return { at, writes, removes: [], appends, by: { how: "restore" }, lastCheck: null, interval: 0 };
}
