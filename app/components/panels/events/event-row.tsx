import { memo } from "react";
import { isObject, type Json } from "../../../../core/json";
import type { StreamEvent } from "../../../../core/protocol/parts";
import { clockSeconds, moment } from "../../format/clock";
import { useReader } from "../../format/reader-provider";

/** One event: when, and what; the whole of it on hover. */
export const EventRow = memo(function EventRow({ event, afterGap }: { event: StreamEvent; afterGap: boolean }) {
  const { timeZone } = useReader();
  const { words, rest, href } = told(event.data);
  return (
    <li className="px-3 font-mono text-12 [content-visibility:auto] [contain-intrinsic-size:auto_20px]">
      {afterGap ? (
        <p className="my-1 border-y border-line bg-well px-2 py-0.5 font-sans text-muted">
          Events came and went here that this page has not seen.
        </p>
      ) : null}
      <p
        className="flex gap-3 leading-5"
        title={`${moment(event.at, timeZone)}\n${JSON.stringify(event.data, null, 1)}`}
      >
        <time dateTime={new Date(event.at).toISOString()} className="shrink-0 text-faint">
          {clockSeconds(event.at, timeZone)}
        </time>
        <span className="min-w-0 wrap-anywhere line-clamp-4 text-strong group-data-old/panel:text-faint">
          {href ? (
            <a
              href={href}
              target="_blank"
              rel="noreferrer"
              className="underline decoration-line-control underline-offset-2 hover:decoration-current"
            >
              {words}
            </a>
          ) : (
            words
          )}
          {rest === "" ? null : <span className="text-muted"> {rest}</span>}
        </span>
      </p>
    </li>
  );
});

interface Told {
  readonly words: string;
  readonly rest: string;
  /** Where the words lead. */
  readonly href?: string;
}

/**
 * A text as it is; of an object its text or message first, which leads to its url; of everything else the JSON on one
 * line.
 */
function told(data: Json): Told {
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
