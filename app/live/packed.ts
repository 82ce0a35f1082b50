import type { Point } from "../../core/protocol/parts";

interface Packed {
  readonly packed: string;
}

/**
 * Data of the live cache as it comes with a page: points as one text, each with its time after the one before. The router
 * keeps what came with a page for as long as it is open, and a text weighs a fifth of the points.
 */
export function packed(data: unknown): unknown {
  if (!isPoints(data)) return data;
  return { packed: data.map(([at, value], i) => `${at - (data[i - 1]?.[0] ?? 0)} ${value ?? ""}`).join() };
}

/** The data again. */
export function unpacked(data: unknown): unknown {
  return isPacked(data) ? pointsOf(data) : data;
}

function pointsOf({ packed: text }: Packed): readonly Point[] {
  let time = 0;
  return text.split(",").map((one) => {
    const [after, value] = one.split(" ");
    time += Number(after);
    return [time, value ? Number(value) : null];
  });
}

/** No other entry of the cache is a list of lists. An empty one is none either: there is nothing in it. */
export function isPoints(data: unknown): data is readonly Point[] {
  return Array.isArray(data) && Array.isArray(data[0]);
}

function isPacked(data: unknown): data is Packed {
  return typeof data === "object" && data !== null && "packed" in data;
}
