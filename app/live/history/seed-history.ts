import type { QueryClient } from "@tanstack/react-query";
import type { Point } from "../../../core/protocol/parts";
import type { TimeRange } from "../../../core/range/time-range";
import { cacheKeys } from "../cache-keys";
import { askedText } from "./asked-range";

interface Seeded {
  readonly workspaceId: string;
  readonly range: TimeRange;
  readonly most: number;
  readonly points: Readonly<Record<string, readonly Point[]>>;
}

/** Puts the recorded past of a range into a loader's query client, as useHistory would have fetched it. */
export function seedHistory(queryClient: QueryClient, { workspaceId, range, most, points }: Seeded): void {
  const text = askedText(range);
  for (const [key, past] of Object.entries(points)) {
    queryClient.setQueryData(cacheKeys.history(workspaceId, key, text, most), past);
  }
}
