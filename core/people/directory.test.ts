import { expect, test } from "vitest";
import { Store } from "../store/store";
import { MemoryStorage } from "../testing/memory-storage";
import { type Directory, directoryChange } from "./directory";

const anna = { id: "u1", name: "Anna", role: "owner" } as const;
const ben = { id: "u2", name: "Ben", role: "viewer" } as const;
const one = { id: "b1", slug: "one", title: "One", version: 1 };
const two = { id: "b2", slug: "two", title: "Two", version: 1 };

function tell(store: Store, directory: Directory) {
  const change = directoryChange(directory, (first) => store.keysOf(first));
  return store.commit({ at: 1, lastCheck: null, interval: 0, ...change });
}

function held(values: readonly string[]): Store {
  const store = new Store(new MemoryStorage(), () => "abcdefgh");
  const writes = values.map((key) => ({ key, value: [], meta: { kind: "value" as const } }));
  store.commit({ at: 1, writes, removes: [], lastCheck: null, interval: 0 });
  return store;
}

test("[PE1] each board is a key, and the members are one; told again, nothing changes", () => {
  const store = held([]);
  tell(store, { boards: [one, two], members: [anna] });
  expect(store.get("$boards.b1")?.value).toEqual({ slug: "one", title: "One", version: 1 });
  expect(store.get("$members")?.value).toEqual([anna]);
  expect(tell(store, { boards: [one, two], members: [anna] })).toBeNull();
});

test("[PE2] a board that is gone takes its room, marks and presence along, a person their inbox and what they follow", () => {
  const keys = [
    "$rooms.b1",
    "$rooms.b2",
    "$marks.b1",
    "$marks.b2",
    "$presence.b2",
    "$inbox.u1",
    "$inbox.u2",
    "$followed.u2",
    "$sources.b2",
  ];
  const store = held(keys);
  tell(store, { boards: [one, two], members: [anna, ben] });
  expect(keys.every((key) => store.get(key))).toBe(true);
  tell(store, { boards: [one], members: [anna] });
  const left = ["$boards.b1", "$inbox.u1", "$marks.b1", "$members", "$rooms.b1", "$sources.b2"];
  expect([...store.keys()].sort()).toEqual(left);
});

test("[PE1] a workspace without members has no such key", () => {
  const store = held([]);
  expect(tell(store, { boards: [], members: [] })).toBeNull();
});
