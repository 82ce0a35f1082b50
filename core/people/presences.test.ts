import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { ByRequest } from "../hub/by-request";
import { defaultLimits } from "../hub/limits";
import type { Principal } from "../live-object";
import type { Place } from "../protocol/presence";
import { ModelDashboard } from "../testing/model-dashboard";
import { member, program } from "../testing/write-desk";
import { LEASED_FOR } from "./leases";
import { presence } from "./presence";

/** Two boards, and people who have them open. */
class Office extends ModelDashboard {
  readonly byRequest = new ByRequest({
    clock: { now: () => this.time },
    limits: { ...defaultLimits, socketsAUser: 3 },
    room: this.room,
  });

  constructor() {
    super({ ...defaultLimits, socketsAUser: 3 });
    const writes = ["b1", "b2"].map((id) => ({
      key: `$boards.${id}`,
      value: { slug: id, title: id },
      meta: { kind: "value" as const },
    }));
    this.room.commit({ at: this.time, writes, removes: [], lastCheck: null, interval: 0 });
    this.merge();
  }

  enter(who: string, ...places: Place[]) {
    const reader = this.connect(`${who} ${this.room.members.size}`, [], undefined, "viewer", who);
    reader.say({ type: "presence", id: "1", places });
    return reader;
  }

  lease(who: Principal, reader: string, ...places: Place[]) {
    return this.byRequest.say(who, { type: "presence", id: "1", places }, reader);
  }

  here(board = "b1") {
    return v.parse(presence, this.store.get(`$presence.${board}`)?.value ?? []);
  }

  /** A second passes. */
  gather(): number {
    const { seq } = this.store.cursor;
    this.time += 1_000;
    this.merge();
    return this.store.cursor.seq - seq;
  }

  who(board?: string): string[] {
    return this.here(board).map(({ id }) => id);
  }
}

const b1 = { board: "b1" };

describe("presence", () => {
  test("[PE11] who has a board open, in the order in which they came: people, with a place for each page", () => {
    const office = new Office();
    office.enter("ada", b1, { board: "b1", panel: "cpu", editing: true }, { board: "b2" });
    office.gather();
    office.enter("ben", b1);
    office.enter("ada", { board: "b1", panel: "cpu" });
    office.gather();
    expect(office.here()).toEqual([
      { id: "ada", name: "ada", since: 1_001_000, places: [{}, { panel: "cpu" }, { panel: "cpu", editing: true }] },
      { id: "ben", name: "ben", since: 1_002_000, places: [{}] },
    ]);
    expect(office.here("b2")).toEqual([{ id: "ada", name: "ada", since: 1_001_000, places: [{}] }]);
  });

  test("[PE12] what happens within a second is one commit, and what comes to nothing is none", () => {
    const office = new Office();
    for (const who of ["ada", "ben", "cem"]) office.enter(who, b1, { board: "b2" });
    expect([office.gather(), office.who(), office.gather()]).toEqual([1, ["ada", "ben", "cem"], 0]);
    const eve = office.enter("eve", b1);
    office.room.leave(eve.member.id);
    expect(office.gather()).toBe(0);
    const [ada] = office.room.members.values();
    office.room.leave(ada?.id ?? "");
    office.enter("ada", b1, { board: "b2" });
    expect([office.gather(), office.who()]).toEqual([0, ["ada", "ben", "cem"]]);
  });

  test("[PE13] who goes, or goes elsewhere, is gone with the next commit; their last page counts", () => {
    const office = new Office();
    const [one, two] = [office.enter("ada", b1), office.enter("ada", b1)];
    office.enter("ben", b1);
    office.gather();
    office.room.leave(one.member.id);
    office.gather();
    expect(office.here()).toMatchObject([{ id: "ada", places: [{}] }, { id: "ben" }]);
    two.say({ type: "presence", id: "2", places: [{ board: "b2" }] });
    expect([office.gather(), office.who(), office.who("b2")]).toEqual([1, ["ben"], ["ada"]]);
    two.say({ type: "presence", id: "3", places: [] });
    expect([office.gather(), office.who("b2")]).toEqual([1, []]);
  });

  test("[PE11] a board that is not one of the workspace's has nobody, until it is one", () => {
    const office = new Office();
    office.enter("ada", { board: "b3" });
    expect(office.gather()).toBe(0);
    const write = { key: "$boards.b3", value: { slug: "b3", title: "b3" }, meta: { kind: "value" as const } };
    office.room.commit({ at: office.time, writes: [write], removes: [], lastCheck: null, interval: 0 });
    office.room.presences.changed();
    office.gather();
    expect(office.who("b3")).toEqual(["ada"]);
  });

  test("[PE14] programs and visitors are nowhere, and are told so; neither do they read where people are", () => {
    const office = new Office();
    const heard: string[] = [];
    const outlet = { send: (frame: string) => heard.push(frame), close: () => {} };
    const till = office.room.admit("till", program("k1"), outlet);
    office.room.receive(till, JSON.stringify({ type: "subscribe", id: "0", keys: ["$presence.b1", "$rooms.*"] }));
    office.room.receive(till, JSON.stringify({ type: "presence", id: "1", places: [b1] }));
    office.enter("ada", b1);
    office.gather();
    expect(heard.map((frame): unknown => JSON.parse(frame))).toMatchObject([
      { type: "snapshot", values: [] },
      { type: "error", id: "1", code: "forbidden" },
    ]);
    expect(office.who()).toEqual(["ada"]);
  });

  test("[PE13] while anybody is here, somebody looks every two minutes whether they still are", () => {
    const office = new Office();
    expect(office.room.presences.nextLook()).toBeNull();
    const ada = office.enter("ada", b1);
    expect(office.room.presences.nextLook()).toBe(1_120_000);
    office.time += 60_000;
    office.enter("ben", b1);
    expect(office.room.presences.nextLook()).toBe(1_120_000);
    office.room.presences.end();
    expect(office.room.presences.nextLook()).toBe(1_180_000);
    for (const { id } of Array.from(office.room.members.values())) office.room.leave(id);
    expect([ada.closed, office.room.presences.nextLook()]).toEqual([[], null]);
  });

  test("[PE15] what a storage refuses is told a second later", () => {
    const office = new Office();
    office.enter("ada", b1);
    office.storage.failNext = true;
    expect(office.gather()).toBe(0);
    expect(office.logged).toContain("presence_untold");
    expect([office.gather(), office.who()]).toEqual([1, ["ada"]]);
  });
});

describe("presence by HTTP", () => {
  test("[PE16] holds for 40 s, longer where it is said again, and ends when the page says so", () => {
    const office = new Office();
    const ada = member("ada");
    expect(office.lease(ada, "tab-1", b1)).toBeNull();
    office.lease(ada, "tab-2", b1);
    office.gather();
    expect(office.here()).toMatchObject([{ id: "ada", places: [{}, {}] }]);
    const first = office.room.presences.nextLook();
    expect(first).toBe(1_000_000 + LEASED_FOR);
    office.time += 15_000;
    office.lease(ada, "tab-1", b1);
    expect(office.room.presences.nextLook()).toBe(first);
    office.time = first ?? 0;
    office.room.presences.end();
    office.gather();
    expect(office.here()).toMatchObject([{ id: "ada", places: [{}] }]);
    expect(office.room.presences.nextLook()).toBe(1_016_000 + LEASED_FOR);
    office.lease(ada, "tab-1");
    office.gather();
    expect(office.who()).toEqual([]);
    office.time += LEASED_FOR;
    office.room.presences.end();
    expect(office.room.presences.nextLook()).toBeNull();
  });

  test("[PE16] a person has as many as connections; another's page under the same name is another's", () => {
    const office = new Office();
    for (const tab of ["1", "2", "3", "3"]) expect(office.lease(member("ada"), tab, b1)).toBeNull();
    expect(office.lease(member("ada"), "4", b1)).toMatchObject({ type: "error", id: "1", code: "too_many_sockets" });
    office.lease(member("ben"), "1", b1);
    office.lease(member("ben"), "1");
    office.gather();
    expect(office.here()).toMatchObject([{ id: "ada", places: [{}, {}, {}] }]);
  });

  test("[PE16] whose rights are over is not here by any lease", () => {
    const office = new Office();
    office.lease(member("ada"), "1", b1);
    office.lease(member("ben"), "1", b1);
    office.gather();
    office.room.presences.end((principal) => principal.kind === "member" && principal.userId === "ada");
    office.gather();
    expect(office.who()).toEqual(["ben"]);
  });

  test("[PE17] what is said by HTTP counts by person: writes as messages, places with what is quiet", () => {
    const office = new Office();
    office.time = 60_000 * 100 + 20_000;
    const set = (id: number) =>
      office.byRequest.say(member("ada"), { type: "set", id: String(id), key: "todo.a", value: id }, "tab");
    for (let i = 0; i < 100; i++) expect(set(i)).toMatchObject({ type: "error", code: "not_found" });
    expect(set(100)).toMatchObject({ type: "error", id: "100", code: "rate_limited", after: 40_000 });
    expect(office.lease(member("ada"), "tab", b1)).toBeNull();
    for (let i = 0; i < 1_198; i++) office.lease(member("ada"), "tab", b1);
    expect(office.lease(member("ada"), "tab", b1)).toMatchObject({ code: "rate_limited" });
    expect(office.lease(member("ben"), "tab", b1)).toBeNull();
    office.time += 40_000;
    expect(office.lease(member("ada"), "tab", b1)).toBeNull();
    expect(office.byRequest.say(program("k1"), { type: "presence", id: "1", places: [] }, "t")).toMatchObject({
      code: "forbidden",
    });
  });
});
