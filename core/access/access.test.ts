import { expect, test } from "vitest";
import type { Principal } from "../live-object";
import type { Role } from "../protocol/welcome";
import { can, mayRead, readableKeys, refusesWrite } from "./access";

const as = (role: Role): Principal => ({
  kind: "member",
  userId: "u1",
  name: "Ada",
  role,
  sessionId: "s1",
  sessionEnds: 4_000_000_000_000,
});
const visitor: Principal = { kind: "visitor", address: "192.0.2.1" };

test.each<[Role, boolean]>([
  ["owner", true],
  ["admin", true],
  ["editor", true],
  ["viewer", false],
])("[A1] %s may write keys: %s", (role, may) => {
  expect(can(as(role), "key.write")).toBe(may);
  expect(refusesWrite(as(role), "todo.a", "editable")).toBe(may ? null : "forbidden");
});

test("[A5] a program writes what programs push and what people write; people do not write what programs push", () => {
  const key: Principal = { kind: "key", keyId: "k1", name: "Shop" };
  expect([refusesWrite(key, "shop.a", "push"), refusesWrite(key, "todo.a", "editable")]).toEqual([null, null]);
  expect(refusesWrite(key, "node.load", "prometheus-scrape")).toBe("read_only");
  expect(refusesWrite(key, "$sources.shop", undefined)).toBe("read_only");
  expect(refusesWrite(key, "$inbox.u2", undefined)).toBe("not_found");
  expect(refusesWrite(as("owner"), "shop.a", "push")).toBe("read_only");
  expect(refusesWrite(visitor, "server.cpu", "push")).toBe("read_only");
});

test("[A6] a program manages nothing, and reads nothing about people", () => {
  const key: Principal = { kind: "key", keyId: "k1", name: "Shop" };
  const actions = [
    "board.read",
    "board.write",
    "source.write",
    "alert.read",
    "alert.write",
    "key.write",
    "member.manage",
  ] as const;
  expect(actions.filter((action) => can(key, action))).toEqual([]);
  const asked = ["$inbox.u1", "$followed.*"];
  expect(readableKeys(key, asked)).toEqual(["*", "$sources.*", "$boards.*", "$alerts.*"]);
  expect(readableKeys(key, ["*"])).toBe(readableKeys({ ...key, keyId: "k2" }, asked));
});

test("[A2] keys of other sources are read only for all who may read them, and so are the engine's own", () => {
  for (const role of ["owner", "viewer"] as const) {
    expect(refusesWrite(as(role), "node.load", "prometheus-scrape")).toBe("read_only");
    expect(refusesWrite(as(role), "$sources.todo", undefined)).toBe("read_only");
  }
});

test("[A3] what is not there and what may not be read look alike", () => {
  expect(refusesWrite(as("owner"), "nothing.a", undefined)).toBe("not_found");
  expect(refusesWrite(as("owner"), "$followed.u2", undefined)).toBe("not_found");
  expect(refusesWrite(visitor, "todo.a", "editable")).toBe("not_found");
  expect(refusesWrite(visitor, "nothing.a", undefined)).toBe("not_found");
});

test("[A4] a visitor writes nothing, not even to what it may read", () => {
  expect(can(visitor, "key.write")).toBe(false);
  expect(refusesWrite(visitor, "server.cpu", "prometheus-scrape")).toBe("read_only");
  expect(refusesWrite(visitor, "server.cpu", "editable")).toBe("forbidden");
});

test("[A7] members read the same list, which nobody's own keys are in; asked for their own, each reads theirs", () => {
  const [ada, ben] = [as("viewer"), { ...as("owner"), userId: "u2" }];
  for (const asked of [["*", "$rooms.*", "$members"], ["*.*"], []]) {
    expect(readableKeys(ada, asked)).toBe(readableKeys(ben, asked));
  }
  for (const asked of [["$inbox.*"], ["a", "$followed.u1"], ["$inbox.u2"]]) {
    const readable = readableKeys(ada, asked);
    const keys = ["$inbox.u1", "$followed.u1", "$rooms.b", "$marks.b", "$presence.b", "$members", "a.b"];
    expect(keys.every((key) => mayRead(readable, key))).toBe(true);
    expect(["$inbox.u2", "$followed.u2"].some((key) => mayRead(readable, key))).toBe(false);
  }
});
