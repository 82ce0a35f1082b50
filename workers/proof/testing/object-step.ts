import fc from "fast-check";
import { type Step, step } from "../../../core/proof/testing/step";

/** What can happen to a real object besides what happens to the core. */
export type ObjectStep =
  | Step
  /** Commits, and ends in the same turn. */
  | { readonly do: "die"; readonly value: number }
  /** The object sleeps, and its sockets are closed. */
  | { readonly do: "evict" }
  /** So much is removed that the oldest tombstones go. */
  | { readonly do: "prune" };

const objectStep: fc.Arbitrary<ObjectStep> = fc.oneof(
  { weight: 60, arbitrary: step },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("die" as const), value: fc.nat(3) }) },
  { weight: 1, arbitrary: fc.constant({ do: "evict" as const }) },
  { weight: 1, arbitrary: fc.constant({ do: "prune" as const }) },
);

/** Shorter than the core's: each step costs a hundred times as much. */
export const objectHistory = fc.noBias(fc.array(objectStep, { maxLength: 80, size: "max" }));
