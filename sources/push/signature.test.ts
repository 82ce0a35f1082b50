import { expect, test } from "vitest";
import { isSignedBy, isTimely, parseSignature, sign, TOLERANCE } from "./signature";

const NOW = 1_795_255_200_000;

test("[WH1] the mac is HMAC-SHA-256 over time, dot and body", async () => {
  // printf '1700000000.{"a":1}' | openssl dgst -sha256 -hmac 'a secret of twenty!!'
  const mac = "aded59d4d4870c0726dc5eba7988d35ec49df8be2a63bb610d1546d608d4f6a2";
  expect(await isSignedBy("a secret of twenty!!", { time: "1700000000", mac }, '{"a":1}')).toBe(true);
  expect(await sign("a secret of twenty!!", '{"a":1}', 1_700_000_000_999)).toBe(`t=1700000000,v1=${mac}`);
});

test("[WH1] another secret, body, time or mac is no signature", async () => {
  const signature = parseSignature(await sign("a secret of twenty!!", "{}", NOW));
  if (!signature) throw new Error("not a header");
  expect(await isSignedBy("a secret of twenty!!", signature, "{}")).toBe(true);
  expect(await isSignedBy("a secret of twenty!?", signature, "{}")).toBe(false);
  expect(await isSignedBy("a secret of twenty!!", signature, "{} ")).toBe(false);
  const later = { ...signature, time: String(Number(signature.time) + 1) };
  expect(await isSignedBy("a secret of twenty!!", later, "{}")).toBe(false);
  const other = { ...signature, mac: signature.mac.replace(/^./, (first) => (first === "0" ? "1" : "0")) };
  expect(await isSignedBy("a secret of twenty!!", other, "{}")).toBe(false);
});

const MAC = "0".repeat(64);
test.each([
  ["", null],
  [`t=1,v1=${MAC}`, { time: "1", mac: MAC }],
  [` v1=${MAC} , x=3, t=1`, { time: "1", mac: MAC }],
  [`t=1.5,v1=${MAC}`, null],
  [`t=-1,v1=${MAC}`, null],
  [`t=1,v1=${MAC.slice(1)}`, null],
  [`t=1,v1=${MAC.slice(1)}G`, null],
  [`v1=${MAC}`, null],
])("[WH1] the header %j", (header, signature) => {
  expect(parseSignature(header)).toEqual(signature);
});

test("[WH2] a time may be five minutes off, either way", () => {
  const at = (time: number) => isTimely({ time: String(time / 1_000), mac: MAC }, NOW);
  expect([at(NOW - TOLERANCE), at(NOW + TOLERANCE)]).toEqual([true, true]);
  expect([at(NOW - TOLERANCE - 1_000), at(NOW + TOLERANCE + 1_000)]).toEqual([false, false]);
});
