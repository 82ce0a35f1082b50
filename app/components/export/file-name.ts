/**
 * "this-machine_processor_20261121T0905Z_20261121T1005Z.csv": what is in it and from when to when, in UTC, so that files
 * of two people sort together. Without bounds, the name alone.
 */
export function fileName(
  parts: readonly string[],
  bounds: { readonly from: number; readonly to: number } | null,
  extension: string,
): string {
  const words = parts.map((part) =>
    part
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}]+/gu, "-")
      .replaceAll(/^-|-$/g, ""),
  );
  const times = bounds ? [bounds.from, bounds.to].map(timeText) : [];
  return `${[...words.filter((word) => word !== ""), ...times].join("_").slice(0, 200)}.${extension}`;
}

function timeText(at: number): string {
  return `${new Date(at).toISOString().slice(0, 16).replaceAll(/[-:]/g, "")}Z`;
}
