import { expect, test } from "vitest";
import { defaultLimits } from "../core/hub/limits";
import { readEnv } from "./env";
import { defaultRetention } from "./retention-setting";

const good = {
  BASE_URL: "https://board.example.org",
  SIGNUP: "invite",
  AUTH_SECRET: "0123456789abcdef0123456789abcdef",
  ALLOW_PRIVATE_EGRESS: "false",
};

test("reads the settings, with what is optional left out", () => {
  expect(readEnv(good)).toEqual({
    baseUrl: "https://board.example.org",
    signup: "invite",
    authSecret: "0123456789abcdef0123456789abcdef",
    secretKeys: [],
    callsAnHour: 300_000,
    allowPrivateEgress: false,
    limits: defaultLimits,
    retention: defaultRetention,
  });
});

test("reads the optional ones, and takes an empty one as absent", () => {
  const settings = readEnv({
    ...good,
    SETUP_TOKEN: "a-token-of-16-ch",
    UPSTREAM_MACHINE: "http://127.0.0.1:9101/metrics",
  });
  expect(settings).toMatchObject({ setupToken: "a-token-of-16-ch", machineUrl: "http://127.0.0.1:9101/metrics" });
  expect(readEnv({ ...good, SETUP_TOKEN: "", UPSTREAM_MACHINE: "" })).toEqual(readEnv(good));
});

test("reads the keys for secrets, the newest first, and shows none that is wrong", () => {
  const [old, made] = ["o".repeat(43), "n".repeat(43)];
  expect(readEnv({ ...good, SECRETS_KEY: `${made},${old}` }).secretKeys).toEqual([made, old]);
  expect(() => readEnv({ ...good, SECRETS_KEY: "short-key" })).toThrow(/SECRETS_KEY: 32 bytes/);
  expect(() => readEnv({ ...good, SECRETS_KEY: "short-key" })).not.toThrow(/short-key/);
});

test("reads how many calls a workspace may make an hour", () => {
  expect(readEnv({ ...good, CALLS_AN_HOUR: "500" }).callsAnHour).toBe(500);
  expect(() => readEnv({ ...good, CALLS_AN_HOUR: "many" })).toThrow(/CALLS_AN_HOUR: A whole number/);
});

test("writes the base address as an origin", () => {
  expect(readEnv({ ...good, BASE_URL: "HTTP://LocalHost:8787/" }).baseUrl).toBe("http://localhost:8787");
});

test("names every variable that is wrong in one error, and shows no value", () => {
  const wrong = { ...good, BASE_URL: "board.example.org", SIGNUP: "maybe", AUTH_SECRET: "short-secret" };
  expect(() => readEnv(wrong)).toThrow(/BASE_URL:.*\n.*SIGNUP:.*\n.*AUTH_SECRET: At least 32/);
  expect(() => readEnv(wrong)).not.toThrow(/short-secret/);
});

test("names every variable that is missing", () => {
  expect(() => readEnv({})).toThrow(/BASE_URL:[^]*SIGNUP:[^]*AUTH_SECRET:[^]*ALLOW_PRIVATE_EGRESS:/);
});

test.each([
  "https://board.example.org/app",
  "https://board.example.org?x=1",
  "https://me@board.example.org",
  "ftp://board.example.org",
])("refuses %s as the base address", (address) => {
  expect(() => readEnv({ ...good, BASE_URL: address })).toThrow(/BASE_URL/);
});

test("reads any of the limits, and leaves the others as they are", () => {
  const { limits } = readEnv({ ...good, LIMITS: '{"socketsAUser": 50, "patternBytes": 12288}' });
  expect(limits).toEqual({ ...defaultLimits, socketsAUser: 50, patternBytes: 12_288 });
  expect(readEnv({ ...good, LIMITS: "" }).limits).toEqual(defaultLimits);
  expect(readEnv({ ...good, LIMITS: "{}" }).limits).toEqual(defaultLimits);
});

test.each([
  ['{"socketsAUser": 0}', /LIMITS\.socketsAUser: .*from 1/],
  ['{"frameBytes": -1}', /LIMITS\.frameBytes/],
  ['{"keys": 1.5}', /LIMITS\.keys/],
  ['{"keys": "10"}', /LIMITS\.keys/],
  ['{"keys": null}', /LIMITS\.keys/],
  ['{"patternBytes": 12289}', /LIMITS\.patternBytes: .*to 12288/],
  ['{"sockets": 40000}', /LIMITS\.sockets: .*to 32768/],
  ['{"socketsPerUser": 5}', /LIMITS\.socketsPerUser: There is no limit/],
  ["[1]", /LIMITS/],
  ["{socketsAUser: 5}", /LIMITS: Write JSON/],
])("refuses %s as LIMITS and names what is wrong", (LIMITS, complaint) => {
  expect(() => readEnv({ ...good, LIMITS })).toThrow(complaint);
});
