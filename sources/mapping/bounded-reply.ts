import type { Reply } from "../../core/sources/connector";
import type { OwnJson } from "../json-copy";

/** UTF-16 units of JSON that a sampled answer has at most, about. */
const MOST = 200_000;
const LONGEST_TEXT = 2_000;
/** Elements of each list that are kept: as many as fit. */
const STEPS = [500, 100, 20, 5, 1];

/** An answer as it is shown to whoever maps it: what is very large is shortened, in its lists first. */
export function boundedReply(body: OwnJson): Reply {
  let bounded = body;
  for (const elements of STEPS) {
    bounded = shortened(body, elements, LONGEST_TEXT);
    if (JSON.stringify(bounded).length <= MOST) return { body: bounded, cut: bounded !== body };
  }
  bounded = shortened(body, 1, 100);
  return { body: JSON.stringify(bounded).length <= MOST ? bounded : null, cut: true };
}

/** The same reference where nothing was shortened. */
function shortened(value: OwnJson, elements: number, text: number): OwnJson {
  if (typeof value === "string") return value.length > text ? `${value.slice(0, text)}…` : value;
  if (Array.isArray(value)) {
    const kept = value.length > elements ? value.slice(0, elements) : value;
    const items = kept.map((item) => shortened(item, elements, text));
    return kept === value && items.every((item, i) => item === value[i]) ? value : items;
  }
  if (typeof value !== "object" || value === null) return value;
  const members = Object.entries(value).map(([name, item]) => [name, shortened(item, elements, text)] as const);
  return members.every(([name, item]) => item === value[name]) ? value : Object.fromEntries(members);
}
