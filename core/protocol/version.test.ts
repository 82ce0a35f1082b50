import { createHash } from "node:crypto";
import { toJsonSchema } from "@valibot/to-json-schema";
import { expect, test } from "vitest";
import { down } from "./down";
import { up } from "./up";
import { PROTOCOL_VERSION } from "./version";

/** One line per version: the hash of the wire's schemas. A change of the wire needs a new line and a new version. */
const history: Record<number, string> = {
  1: "17f82f1913a712b2",
};

test("[V1] the wire is the one this version stands for", () => {
  // What JSON Schema has no words for, such as a check of ours, is left out.
  const wire = JSON.stringify([up, down].map((one) => toJsonSchema(one, { typeMode: "input", errorMode: "ignore" })));
  expect(createHash("sha256").update(wire).digest("hex").slice(0, 16)).toBe(history[PROTOCOL_VERSION]);
});
