import { isObject, type Json } from "../../../../core/json";

/** An event in one line. */
export interface Told {
  readonly words: string;
  readonly rest: string;
  /** Where the words lead. */
  readonly href?: string;
}

/**
 * A text as it is; of an object its text or message first, which leads to its url; of everything else the JSON on one
 * line.
 */
export function told(data: Json): Told {
  if (typeof data === "string") return { words: data, rest: "" };
  if (!isObject(data)) return { words: JSON.stringify(data), rest: "" };
  const said = Object.entries(data).find(([name]) => name === "text" || name === "message");
  const words = typeof said?.[1] === "string" ? said[1] : "";
  const leads = words !== "" && typeof data.url === "string" && /^https?:\/\//i.test(data.url) ? data.url : undefined;
  // With words of its own, what tells it from others is for programs.
  const hidden = new Set(words === "" ? [] : [said?.[0], "id", ...(leads === undefined ? [] : ["url"])]);
  const members = Object.entries(data).filter(([name]) => !hidden.has(name));
  return {
    ...(leads === undefined ? {} : { href: leads }),
    words,
    rest: members.map(([name, value]) => `${name}=${shortly(value)}`).join(" "),
  };
}

function shortly(value: Json): string {
  return typeof value === "string" && /^\S+$/.test(value) ? value : JSON.stringify(value);
}
