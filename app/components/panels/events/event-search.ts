import { isObject } from "../../../../core/json";
import type { StreamEvent } from "../../../../core/protocol/parts";
import { told } from "./told";

export interface EventSearch {
  /** Whether an event is looked for. */
  readonly finds: (event: StreamEvent) => boolean;
  /** What is marked in those that are; null where nothing is. */
  readonly marked: RegExp | null;
}

/** `name="a value"`, `name=value`, or a word. */
const TOKENS = /([\w.-]+)="([^"]*)"|([\w.-]+)=(\S+)|\S+/g;

/**
 * What a person typed: words that an event's line has, all of them, in capitals or not; and `name=value`, for which an
 * event that has such a member has that value, and any other has it in its line. Null for nothing typed.
 */
export function eventSearch(typed: string): EventSearch | null {
  const tokens = [...typed.matchAll(TOKENS)].map(([whole, quotedName, quoted, name, value]) => ({
    whole: quoted ?? whole,
    member: quotedName ?? name,
    value: (quoted ?? value ?? "").toLowerCase(),
    pattern: new RegExp(escaped(whole), "iu"),
  }));
  if (tokens.length === 0) return null;
  const finds = (event: StreamEvent) => {
    const line = lineOf(event);
    return tokens.every(({ member, value, pattern }) => memberIs(event, member, value) ?? pattern.test(line));
  };
  return { finds, marked: new RegExp(tokens.map(({ whole }) => escaped(whole)).join("|"), "giu") };
}

/** The event in one line, as it is shown, searched and copied. */
export function lineOf({ data }: StreamEvent): string {
  const { words, rest } = told(data);
  return [words, rest].filter((part) => part !== "").join(" ");
}

/** Undefined where it has no such member. */
function memberIs({ data }: StreamEvent, member: string | undefined, value: string): boolean | undefined {
  if (member === undefined || !isObject(data) || !Object.hasOwn(data, member)) return undefined;
  const own = data[member];
  return (typeof own === "string" ? own : JSON.stringify(own)).toLowerCase() === value;
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}
