import { describe, expect, test } from "vitest";
import { matching } from "../testing/matching";
import { sql } from "./connector";
import { databaseOf, serverOf } from "./database";
import { guardedQuery } from "./guarded-query";

const outside = { allowPrivate: false, ownHosts: ["deltaboard.example"] };
const inside = { allowPrivate: true, ownHosts: ["localhost:8787"] };

describe("[SQL4] which databases may be asked", () => {
  test.each<[string, RegExp]>([
    ["postgres://a:b@localhost/x", /private/],
    ["postgres://a:b@127.1/x", /private/],
    ["postgres://a:b@0x7f000001/x", /private/],
    ["postgres://a:b@2130706433/x", /private/],
    ["postgres://a:b@10.0.0.7/x", /private/],
    ["postgres://a:b@db.internal/x", /private/],
    ["postgres://a:b@169.254.169.254/x", /private/],
    ["postgres://a:b@[::1]/x", /name, or an IPv4/],
    ["postgres://a:b@db.example.com,10.0.0.7/x", /name, or an IPv4/],
    ["postgres://a:b@db.example.com./x", /name, or an IPv4/],
    ["postgres://a:b@deltaboard.example/x", /own/],
    ["postgres://a:b@db.example.com:6379/x", /port/],
    ["postgres://a:b@db.example.com:443/x", /port/],
    ["postgres://a:b@db.example.com:22/x", /port/],
    ["postgres://a:b@db.example.com/x?sslmode=disable", /TLS only/],
    ["postgres://a:b@db.example.com/x?sslmode=prefer", /TLS only/],
  ])("%s is refused", (text, words) => {
    expect(databaseOf(text, outside)).toMatchObject({
      ok: false,
      failure: { code: "refused_address", message: matching(words) },
    });
  });

  test.each([
    ["postgres://a:b@db.example.com/x", { host: "db.example.com", port: 5432, tls: true }],
    ["postgresql://a:b@DB.Example.com:6432/x?sslmode=require", { host: "db.example.com", port: 6432, tls: true }],
    ["postgres://a:b@8.8.8.8", { host: "8.8.8.8", database: "postgres", tls: true }],
  ])("%s may be", (text, server) => {
    expect(databaseOf(text, outside)).toMatchObject({ ok: true, server });
  });

  test("inside, where the server's settings allow it: by plain TCP unless TLS is asked for", () => {
    expect(databaseOf("postgres://a:b@127.1:15432/x", inside)).toMatchObject({
      server: { host: "127.0.0.1", tls: false },
    });
    expect(databaseOf("postgres://a:b@10.0.0.7/x?sslmode=verify-full", inside)).toMatchObject({
      server: { tls: true },
    });
    expect(databaseOf("postgres://a:b@169.254.169.254/x", inside)).toMatchObject({ ok: false });
    expect(databaseOf("postgres://a:b@localhost:8787/x", inside)).toMatchObject({
      ok: false,
      failure: { message: matching(/own/) },
    });
  });

  test("what is escaped is taken as what it stands for", () => {
    expect(serverOf("postgres://us%40er:p%2Fw%3A@db.example.com/my%20db")).toMatchObject({
      user: "us@er",
      password: "p/w:",
      database: "my db",
    });
    for (const text of ["postgres://%zz@db.example.com/x", "mysql://a@db.example.com/x", "postgres:///x", "x"]) {
      expect(serverOf(text)).toBeNull();
    }
  });

  test("a public name that leads inside is refused before anything is sent", async () => {
    const query = guardedQuery({
      ...outside,
      resolve: async () => ["10.0.0.7"],
      bindings: { d1: () => undefined, hyperdrive: () => undefined },
    });
    const reply = await query({
      database: "postgres://a:b@db.example.com/x",
      query: "SELECT 1",
      timeout: 1_000,
      maxRows: 1,
      maxBytes: 1_000,
    });
    expect(reply).toMatchObject({ ok: false, failure: { code: "refused_address", message: matching(/private/) } });
  });

  test.each<[Record<string, unknown>, RegExp]>([
    [{ query: "SELECT 1" }, /^connection: Give the database|^connection/],
    [{ connection: "mysql://a", query: "SELECT 1" }, /^connection: Such as/],
    [{ connection: "d1:DB", query: "SELECT 1" }, /^connection: Such as/],
    [{ connection: "d1:SQL_X" }, /^query: Give a query/],
    [{ connection: "d1:SQL_X", query: "SELECT 1", make: "cells" }, /^rowKey: Name the column/],
    [{ connection: "d1:SQL_X", query: "SELECT 1", maxRows: 5_001 }, /^maxRows: At most/],
  ])("settings %j are refused", (settings, words) => {
    expect(sql.parseSettings(settings)).toMatchObject({ ok: false, failure: { message: matching(words) } });
  });
});
