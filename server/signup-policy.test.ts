import { expect, test } from "vitest";
import { admission, doorOf, mayMakeWorkspace, type SignUpFacts } from "./signup-policy";

const facts = (over: Partial<SignUpFacts>): SignUpFacts => ({
  mode: "invite",
  people: false,
  tokenSet: true,
  invitation: null,
  ...over,
});
const invitation = { email: "guest@example.org" };
const guest = { email: "guest@example.org", tokenRight: false };

test.each([
  [facts({ mode: "open" }), "open"],
  [facts({ mode: "open", people: true }), "open"],
  [facts({ mode: "open", people: true, invitation }), "invited"],
  [facts({}), "token"],
  [facts({ people: true }), "invitation_needed"],
  [facts({ tokenSet: false }), "invitation_needed"],
  [facts({ people: true, invitation }), "invited"],
  [facts({ mode: "closed" }), "closed"],
  [facts({ mode: "closed", people: true, invitation }), "closed"],
] as const)("%j is the door %s", (given, door) => {
  expect(doorOf(given)).toBe(door);
});

test("open: anybody, with or without a token", () => {
  expect(admission(facts({ mode: "open", people: true }), guest)).toEqual({ admit: "owner" });
});

test("invite: the first owner by the right token only", () => {
  expect(admission(facts({}), { ...guest, tokenRight: true })).toEqual({ admit: "owner" });
  expect(admission(facts({}), guest)).toMatchObject({ admit: false, field: "setupToken" });
});

test("invite: the right token is worth nothing once there is somebody", () => {
  expect(admission(facts({ people: true }), { ...guest, tokenRight: true })).toMatchObject({ admit: false });
});

test("invite: the invited address only", () => {
  expect(admission(facts({ people: true, invitation }), guest)).toEqual({ admit: "guest" });
  const other = { email: "other@example.org", tokenRight: true };
  expect(admission(facts({ people: true, invitation }), other)).toMatchObject({ admit: false, field: "email" });
});

test("closed: nobody, invited or with the token", () => {
  const all = facts({ mode: "closed", invitation });
  expect(admission(all, { ...guest, tokenRight: true })).toMatchObject({ admit: false });
});

test("a workspace of one's own: where sign-up is open, for who owns one, or while there is none", () => {
  expect(mayMakeWorkspace("open", { any: true, owned: false })).toBe(true);
  expect(mayMakeWorkspace("invite", { any: false, owned: false })).toBe(true);
  expect(mayMakeWorkspace("invite", { any: true, owned: false })).toBe(false);
  expect(mayMakeWorkspace("closed", { any: true, owned: false })).toBe(false);
  expect(mayMakeWorkspace("closed", { any: true, owned: true })).toBe(true);
});
