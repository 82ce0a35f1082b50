import { expect, test } from "vitest";
import { draftFingerprint } from "./draft-fingerprint";
import { settingOf, withoutSecret } from "./own-field";
import { emptyValues, withoutSecrets } from "./source-values";

const CANARY = "postgres://reader:canary@db.example.com/shop";
const typed = {
  ...emptyValues,
  kind: "sql",
  own: { ...emptyValues.own, "sql.connection": CANARY, "sql.query": "SELECT 1" },
};

test("[Z5] what was typed as a secret goes on its way to be sealed, and back to no page", () => {
  expect(settingOf({ setting: "connection", label: "", type: "secret" }, CANARY)).toEqual({ plain: CANARY });
  expect(JSON.stringify(withoutSecrets(typed))).not.toContain("canary");
  expect(withoutSecrets(typed).own["sql.query"]).toBe("SELECT 1");
  expect(draftFingerprint(typed)).not.toContain("canary");
  expect(draftFingerprint(withoutSecrets(typed))).not.toBe(draftFingerprint(typed));
});

test("[Z5] of names and values the secret ones lose their values", () => {
  const text = "X-Tenant: a:b\nAuthorization: Bearer canary\nx-api-key:canary";
  expect(withoutSecret({ setting: "headers", label: "", type: "pairs" }, text)).toBe(
    "X-Tenant: a:b\nAuthorization:\nx-api-key:",
  );
});
