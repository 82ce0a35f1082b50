import type { Json } from "../core/json";
import { isKeyName, MAX_NAME, MAX_SEGMENTS } from "../core/keys/name";
import type { Clock, Logger } from "../core/ports";
import type { Egress, Misfit, Outcome } from "../core/sources/connector";
import type { SourceDraft } from "../core/sources/definition";
import type { Look } from "../core/sources/look";
import type { KeyReading, Refresh } from "../core/sources/reading";
import { failed, quote } from "./failure";
import { MAX_DEPTH } from "./json-copy";
import { findConnector, type Memory } from "./registry";

/** Bytes of JSON a key may hold. */
export const MAX_VALUE = 262_144;

export interface ReadPorts {
  readonly log: Logger;
  readonly clock: Clock;
  /** Of a source that is read again and again. */
  readonly memory?: Memory;
}

/**
 * Reads a source once, saved or not, and gives its keys under their full names. Never rejects: a defect is logged and
 * comes back as the failure `internal`. Readings have distinct keys.
 */
export async function readSource(source: SourceDraft, egress: Egress, ports: ReadPorts): Promise<Refresh> {
  const { log, clock, memory } = ports;
  const look: Look = {
    now: () => clock.now(),
    held: (path) => memory?.key(`${source.slug}.${path}`),
    lookedAt: memory?.lookedAt ?? null,
    trial: memory === undefined,
  };
  try {
    const connector = findConnector(source.kind);
    if (!connector) return failed("bad_settings", `There is no kind of source called ${quote(source.kind)}.`);
    return complete(await connector.read(source.settings, egress, look, memory), source.slug);
  } catch (error) {
    log.error("source.defect", { slug: source.slug, kind: source.kind, error: describe(error) });
    return failed("internal");
  }
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? String(error)) : String(error);
}

function complete(outcome: Outcome<unknown>, slug: string): Refresh {
  if (!outcome.ok) return outcome;
  const { notes = [], misfits = [] } = outcome;
  if (outcome.unchanged) return { ok: true, readings: [], unchanged: true };
  const readings: KeyReading[] = [];
  const leftOut: string[] = [];
  const tooLarge: Misfit[] = [];
  for (const { path, value, meta, anything } of outcome.readings) {
    const key = `${slug}.${path}`;
    if (!isKeyName(key)) leftOut.push(meta.label ?? path);
    else if (isTooDeep(value)) tooLarge.push({ path, message: `would be nested deeper than ${MAX_DEPTH} levels` });
    else if (isTooLarge(value)) tooLarge.push({ path, message: "would hold over 256 kB" });
    else readings.push({ key, value, meta, ...(anything ? { anything } : {}) });
  }
  const [large] = tooLarge;
  if (large && readings.length === 0) return failed("bad_body", `The key ${quote(large.path)} ${large.message}.`);
  const all = [...misfits, ...tooLarge];
  const appends = outcome.appends?.map(({ path, events, meta }) => ({ key: `${slug}.${path}`, events, meta }));
  const found = {
    ok: true,
    readings,
    ...(outcome.reply && { reply: outcome.reply }),
    ...(appends && { appends }),
    ...(all.length === 0 ? {} : { misfits: all }),
  } as const;
  if (leftOut.length === 0) return { ...found, notes };
  if (readings.length === 0) return failed("bad_mapping", `No key can be made: ${reason(leftOut)}`);
  return { ...found, notes: [...notes, `Left out: ${reason(leftOut)}`] };
}

function reason(names: readonly string[]): string {
  const shown = names.slice(0, 3).map(quote).join(", ");
  const more = names.length > 3 ? ` and ${names.length - 3} more` : "";
  return `a key has at most ${MAX_SEGMENTS} parts and ${MAX_NAME} characters: ${shown}${more}.`;
}

/** Level by level down to the limit and no further: what is deeper would end the stack of what looks at it. */
function isTooDeep(value: Json, level = 0): boolean {
  if (typeof value !== "object" || value === null) return false;
  return level >= MAX_DEPTH || Object.values(value).some((inner) => isTooDeep(inner, level + 1));
}

/** Most values are numbers: only what could be large is written out and measured. */
function isTooLarge(value: Json): boolean {
  if (value === null || typeof value === "number" || typeof value === "boolean") return false;
  const text = JSON.stringify(value);
  if (text.length > MAX_VALUE) return true;
  return text.length * 3 > MAX_VALUE && new TextEncoder().encode(text).byteLength > MAX_VALUE;
}
