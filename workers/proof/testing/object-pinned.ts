import type { ObjectStep } from "./object-step";

/** Histories that once failed against the real object: they run before all others, for ever. */
export const objectPinned: readonly (readonly ObjectStep[])[] = [];
