import type { KeyMeta } from "../protocol/parts";

export function sameMeta(a: KeyMeta | undefined, b: KeyMeta): boolean {
  return a !== undefined && a.kind === b.kind && a.unit === b.unit && a.label === b.label && a.keep === b.keep;
}
