import { expect, test } from "vitest";
import type { Principal } from "../live-object";
import type { Role } from "../protocol/welcome";
import { grantableRoles, refusesPlace, refusesRemoval, refusesRole } from "./membership";

const roles: readonly Role[] = ["owner", "admin", "editor", "viewer"];
const as = (role: Role): Principal => ({
  kind: "member",
  userId: "u1",
  name: "Ada",
  role,
  sessionId: "s1",
  sessionEnds: 4_000_000_000_000,
});
const visitor: Principal = { kind: "visitor", address: "192.0.2.1" };

test.each<[Role, readonly Role[]]>([
  ["owner", ["viewer", "editor", "admin", "owner"]],
  ["admin", ["viewer", "editor", "admin"]],
  ["editor", []],
  ["viewer", []],
])("%s may give %j", (role, given) => expect(grantableRoles(as(role))).toEqual(given));

test("a visitor gives nothing", () => {
  expect(grantableRoles(visitor)).toEqual([]);
  expect(refusesRemoval(visitor, { role: "viewer", owners: 2 })).toBe("forbidden");
});

test("who may set which role on whom, with two owners in the workspace", () => {
  const table = roles.flatMap((actor) =>
    roles.flatMap((role) =>
      roles
        .filter((next) => refusesRole(as(actor), { role, owners: 2 }, next) === null)
        .map((next) => `${actor}: ${role} → ${next}`),
    ),
  );
  const all = (actor: Role, among: readonly Role[]) =>
    among.flatMap((role) => among.map((next) => `${actor}: ${role} → ${next}`));
  expect(table).toEqual([...all("owner", roles), ...all("admin", ["admin", "editor", "viewer"])]);
});

test("the last owner is neither demoted nor removed, and stays owner if that is what is asked", () => {
  const last = { role: "owner", owners: 1 } as const;
  expect(refusesRole(as("owner"), last, "admin")).toBe("last_owner");
  expect(refusesRole(as("owner"), last, "owner")).toBeNull();
  expect(refusesRemoval(as("owner"), last)).toBe("last_owner");
  expect(refusesRemoval(as("owner"), { role: "owner", owners: 2 })).toBeNull();
});

test.each<[Role, Role, ReturnType<typeof refusesRemoval>]>([
  ["admin", "owner", "higher_role"],
  ["admin", "admin", null],
  ["admin", "viewer", null],
  ["editor", "viewer", "forbidden"],
  ["viewer", "viewer", "forbidden"],
])("%s removing %s: %j", (actor, role, refusal) => {
  expect(refusesRemoval(as(actor), { role, owners: 2 })).toBe(refusal);
});

test("the link of an invitation is a key to its role, so an admin neither sees an owner's nor withdraws it", () => {
  expect(refusesPlace(as("admin"), "owner")).toBe("higher_role");
  expect(refusesPlace(as("admin"), "admin")).toBeNull();
});
