import { describe, expect, test } from "vitest";
import { importKey, open, seal } from "./aes-gcm";
import { fromBase64url, toBase64url } from "./base64url";
import { openSettings, sealSettings } from "./settings";
import { Vault } from "./vault";

const keyOf = (byte: number) => toBase64url(new Uint8Array(32).fill(byte));
const place = { workspaceId: "w1", sourceId: "s1", field: "/headers/Authorization" };
const owner = { workspaceId: "w1", sourceId: "s1" };
const bytes = (hex: string) => Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

/** The GCM specification (McGrew and Viega), test cases 13 to 16: AES-256. */
const key16 = "feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308";
const text15 =
  "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b391aafd255";
const sealed15 =
  "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662898015ad";
const vectors = [
  ["13", "00".repeat(32), "00".repeat(12), "", "", "530f8afbc74536b9a963b4f1c4cb738b"],
  [
    "14",
    "00".repeat(32),
    "00".repeat(12),
    "",
    "00".repeat(16),
    "cea7403d4d606b6e074ec5d3baf39d18d0d1c8a799996bf0265b98b5d48ab919",
  ],
  ["15", key16, "cafebabefacedbaddecaf888", "", text15, `${sealed15}b094dac5d93471bdec1a502270e3cc6c`],
  [
    "16",
    key16,
    "cafebabefacedbaddecaf888",
    "feedfacedeadbeeffeedfacedeadbeefabaddad2",
    text15.slice(0, 120),
    `${sealed15.slice(0, 120)}76fc6ece0f4e1768cddf8853bb2d551b`,
  ],
] as const;

describe("the vault", () => {
  test.each(vectors)(
    "[Z2] seals and opens test case %s of GCM's specification",
    async (_, key, iv, bound, text, sealed) => {
      const imported = await importKey(bytes(key));
      expect(await seal(imported, bytes(iv), bytes(bound), bytes(text))).toEqual(bytes(sealed));
      expect(await open(imported, bytes(iv), bytes(bound), bytes(sealed))).toEqual(bytes(text));
    },
  );

  test("[Z2] opens what it sealed, never seals the same twice alike, and shows nothing of the text", async () => {
    const vault = new Vault([keyOf(1)]);
    const [one, two] = [await vault.seal(place, "Bearer canary"), await vault.seal(place, "Bearer canary")];
    expect(one).toMatch(/^[0-9a-f]{8}\.[\w-]+$/);
    expect(one).not.toBe(two);
    expect(atob((one ?? "").slice(9).replaceAll("-", "+").replaceAll("_", "/"))).not.toContain("canary");
    expect(await vault.open(place, one ?? "")).toBe("Bearer canary");
    expect(await vault.open(place, two ?? "")).toBe("Bearer canary");
  });

  test.each(["workspaceId", "sourceId", "field"] as const)("[Z2] opens nothing under another %s", async (part) => {
    const vault = new Vault([keyOf(1)]);
    const sealed = (await vault.seal(place, "text")) ?? "";
    expect(await vault.open({ ...place, [part]: "other" }, sealed)).toBeNull();
  });

  test("[Z2] opens nothing that was changed by a bit, cut short or sealed by another key", async () => {
    const vault = new Vault([keyOf(1)]);
    const sealed = (await vault.seal(place, "text")) ?? "";
    const body = fromBase64url(sealed.slice(9)) ?? new Uint8Array();
    for (let at = 0; at < body.length; at++) {
      const turned = body.map((byte, i) => (i === at ? byte ^ 1 : byte));
      expect(await vault.open(place, sealed.slice(0, 9) + toBase64url(turned))).toBeNull();
    }
    expect(await vault.open(place, sealed.slice(0, -4))).toBeNull();
    expect(await vault.open(place, "")).toBeNull();
    expect(await new Vault([keyOf(2)]).open(place, sealed)).toBeNull();
    expect(await new Vault([]).open(place, sealed)).toBeNull();
  });

  test("[Z3] a new key in front seals; the old one still opens, until it is gone", async () => {
    const old = (await new Vault([keyOf(1)]).seal(place, "text")) ?? "";
    const both = new Vault([keyOf(2), keyOf(1)]);
    expect(await both.open(place, old)).toBe("text");
    const resealed = await sealSettings(both, owner, { headers: { Authorization: { secret: old } } }, owner);
    if (!resealed.ok) throw new Error("not sealed");
    expect(JSON.stringify(resealed.settings)).toContain(`"${await both.keyId()}.`);
    const after = new Vault([keyOf(2)]);
    expect(await openSettings(after, owner, resealed.settings)).toEqual({
      ok: true,
      settings: { headers: { Authorization: "text" } },
      texts: ["text"],
    });
    expect(await after.open(place, old)).toBeNull();
  });

  test("[Z4] what is typed is sealed for its place, what is sealed stays; a copy is sealed for its own source", async () => {
    const vault = new Vault([keyOf(1)]);
    const typed = { url: "https://example.com", headers: { Authorization: { plain: "text" } } };
    const kept = await sealSettings(vault, owner, typed);
    if (!kept.ok) throw new Error("not sealed");
    expect(JSON.stringify(kept.settings)).not.toContain("text");
    expect(await sealSettings(vault, owner, kept.settings)).toEqual(kept);
    const copy = await sealSettings(vault, { ...owner, sourceId: "s2" }, kept.settings, owner);
    if (!copy.ok) throw new Error("not sealed");
    const open = {
      ok: true,
      settings: { url: "https://example.com", headers: { Authorization: "text" } },
      texts: ["text"],
    };
    expect(await openSettings(vault, { ...owner, sourceId: "s2" }, copy.settings)).toEqual(open);
    expect(await openSettings(vault, { ...owner, sourceId: "s2" }, kept.settings)).toEqual({
      ok: false,
      field: "/headers/Authorization",
    });
  });

  test("[Z4] without a key nothing is kept", async () => {
    expect(await sealSettings(new Vault([]), owner, { key: { plain: "text" } })).toEqual({ ok: false, field: "/key" });
  });
});
