import type { Threshold } from "../../../../core/boards/threshold";
import type { Json } from "../../../../core/json";
import { moment } from "../../format/clock";
import { useReader } from "../../format/reader-provider";
import { ChangedText } from "../changed-text";
import { KeyValue } from "./key-cells";
import type { MemberKind } from "./object-rows";
import { plainText } from "./plain-text";

interface MemberValueProps {
  kind: MemberKind;
  value: Json;
  unit: string | undefined;
  thresholds: readonly Threshold[] | undefined;
}

/** One member of a row, as what it is. */
export function MemberValue({ kind, value, unit, thresholds }: MemberValueProps) {
  const { timeZone } = useReader();
  if (value === null || kind === "number" || kind === "boolean") {
    return <KeyValue value={{ value, unit }} thresholds={thresholds} isCompact />;
  }
  const text = plainText(value);
  if (kind === "link") {
    return (
      <a
        href={text}
        target="_blank"
        rel="noreferrer"
        title={text}
        className="underline decoration-line-control underline-offset-2 hover:decoration-current"
      >
        {text.replace(/^https?:\/\/(?:www\.)?/i, "")}
      </a>
    );
  }
  if (kind === "time") {
    return (
      <time dateTime={text} title={text}>
        <ChangedText text={moment(Date.parse(text), timeZone)} />
      </time>
    );
  }
  return (
    <span title={text} className={kind === "nested" ? "font-mono text-12 text-muted" : "text-body"}>
      <ChangedText text={text.slice(0, 400)} />
    </span>
  );
}
