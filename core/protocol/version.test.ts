import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import * as z from "zod/mini";
import { down } from "./down";
import { up } from "./up";
import { PROTOCOL_VERSION } from "./version";

/** One line per version: the hash of the wire's schemas. A change of the wire needs a new line and a new version. */
const history: Record<number, string> = {
  1: "6c14142fe2761750",
};

test("[V1] the wire is the one this version stands for", () => {
  const wire = JSON.stringify([
    z.toJSONSchema(up, { unrepresentable: "any", io: "input" }),
    z.toJSONSchema(down, { unrepresentable: "any", io: "input" }),
  ]);
  expect(createHash("sha256").update(wire).digest("hex").slice(0, 16)).toBe(history[PROTOCOL_VERSION]);
});
