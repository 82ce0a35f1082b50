import { expect, test } from "vitest";
import { fits } from "./install.mjs";

const wanted = {
  packages: {
    "": { version: "0.1.0" },
    "node_modules/a": { version: "1.0.0" },
    "node_modules/a-darwin": { version: "1.0.0", optional: true },
  },
};

test("an install with every wanted version fits, without the binaries of other platforms", () => {
  expect(fits(wanted, { packages: { "node_modules/a": { version: "1.0.0" } } })).toBe(true);
});

test("a package that is missing, or of another version, does not fit", () => {
  expect(fits(wanted, { packages: {} })).toBe(false);
  expect(fits(wanted, { packages: { "node_modules/a": { version: "1.0.1" } } })).toBe(false);
});

test("an optional package that is there must be of the wanted version", () => {
  const installed = { "node_modules/a": { version: "1.0.0" }, "node_modules/a-darwin": { version: "0.9.0" } };
  expect(fits(wanted, { packages: installed })).toBe(false);
});
