import type { Json } from "../../core/json";
import type { Appended, Reading } from "../../core/sources/connector";
import type { Dice } from "./dice";

/** What a scene shows at one moment, and what has happened up to then. */
export interface Scene {
  readonly readings: readonly Reading[];
  /** Streams with all that happened lately, whether they hold it by now or not. */
  readonly happened: readonly Appended[];
}

/** Times in milliseconds since 1970, UTC. */
export type MakeScene = (dice: Dice, now: number, count: number) => Scene;

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

export function series(path: string, value: number, unit?: string): Reading {
  return { path, value, meta: { kind: "series", ...(unit === undefined ? {} : { unit }) } };
}

export function text(path: string, value: Json): Reading {
  return { path, value, meta: { kind: "value" }, anything: true };
}

/** A number as it would be measured: with so many decimals. */
export function rounded(value: number, decimals: number): number {
  const power = 10 ** decimals;
  return Math.round(value * power) / power;
}

/** A day as people make it: 0 at four in the morning, 1 at four in the afternoon. */
export function dayCurve(now: number): number {
  return (1 - Math.cos(((now - 4 * HOUR) / DAY) * 2 * Math.PI)) / 2;
}

/** Less at the weekend. 1 January 1970 was a Thursday. */
export function weekCurve(now: number): number {
  const day = Math.floor(now / DAY + 4) % 7;
  return day === 0 || day === 6 ? 0.6 : 1;
}
