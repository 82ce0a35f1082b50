import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const files = readdirSync("migrations").filter((name) => name.endsWith(".sql"));
const triggers = files.flatMap((name) =>
  readFileSync(`migrations/${name}`, "utf8")
    .split("--> statement-breakpoint")
    .filter((statement) => statement.includes("CREATE TRIGGER"))
    .map((statement) => statement.replaceAll(/^\s*--.*$/gm, "").trim()),
);

// The platform takes other forms for several statements, while the local database does not: only a deploy would tell.
test.each(triggers)("%.40s has the form that the platform splits rightly", (trigger) => {
  expect(trigger).toMatch(/^CREATE TRIGGER [^;\n]* BEGIN [^;\n]*; END;$/);
  expect(trigger).not.toMatch(/\bCASE\b/i);
});

test("no migration has line ends of Windows", () => {
  for (const name of files) expect(readFileSync(`migrations/${name}`, "utf8")).not.toContain("\r");
});
