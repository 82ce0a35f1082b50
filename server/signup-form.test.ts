import { expect, test } from "vitest";
import { parseSignUp, parseWorkspace } from "./signup-form";

const good = {
  name: " Night desk ",
  email: " Desk@Harbour.Example ",
  password: "four words make one",
  workspace: " Harbour ",
};

function form(values: Record<string, string>): FormData {
  const made = new FormData();
  for (const [name, value] of Object.entries(values)) made.set(name, value);
  return made;
}

test("trims what people type, but not the password", () => {
  expect(parseSignUp(form({ ...good, password: " twelve chars " }), "owner")).toEqual({
    ok: true,
    values: {
      name: "Night desk",
      email: "desk@harbour.example",
      password: " twelve chars ",
      workspace: "Harbour",
      setupToken: "",
    },
  });
});

test("says what is wrong with each field, once", () => {
  const parsed = parseSignUp(form({ ...good, email: "desk", password: "nine char", workspace: "Share" }), "owner");
  expect(parsed).toEqual({
    ok: false,
    errors: {
      email: "Write an address such as name@example.org.",
      password: "9 characters. Use 12 or more; words are fine.",
      workspace: "This name is reserved. Choose another.",
    },
  });
});

test("what is missing or a file counts as empty", () => {
  const made = new FormData();
  made.set("name", new File(["x"], "x.txt"));
  const parsed = parseSignUp(made, "owner");
  expect(parsed.ok ? [] : Object.keys(parsed.errors).sort()).toEqual(["email", "name", "password", "workspace"]);
});

test("a guest names no workspace, and one that is sent is not read", () => {
  const parsed = parseSignUp(form({ ...good, workspace: "share" }), "guest");
  expect(parsed).toMatchObject({ ok: true });
  expect(parsed.ok && parsed.values).not.toHaveProperty("workspace");
});

test.each([
  ["12 characters.", 12, true],
  ["11", 11, false],
  ["128", 128, true],
  ["129", 129, false],
])("a password of %s", (_, length, ok) => {
  expect(parseSignUp(form({ ...good, password: "x".repeat(length) }), "owner").ok).toBe(ok);
});

test("the workspace form has its one field", () => {
  expect(parseWorkspace(form({ workspace: " Pier 3 " }))).toEqual({ ok: true, values: { workspace: "Pier 3" } });
  expect(parseWorkspace(form({ workspace: "api" }))).toMatchObject({ ok: false });
});
