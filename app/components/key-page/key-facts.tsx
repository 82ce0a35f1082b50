import type { ReactNode } from "react";
import { Link } from "react-router";
import { paceOf } from "../../../core/freshness/freshness";
import { sourceOf } from "../../../core/keys/name";
import { EDITABLE, PUSH } from "../../../core/sources/written";
import { useLiveKey } from "../../live/use-live-key";
import { useNow } from "../../live/use-now";
import { formatAge } from "../format/age";
import { useFreshness } from "../panels/use-freshness";
import { everyWords } from "../sources/duration-words";
import { Card } from "../ui/card";
import { StateMark } from "../ui/state-mark";

interface KeyFactsProps {
  name: string;
  source: { readonly name: string; readonly kind: string };
}

/** What is known of a key beside its value. */
export function KeyFacts({ name, source }: KeyFactsProps) {
  const live = useLiveKey(name);
  const slug = sourceOf(name);
  const { state, sources } = useFreshness([slug]);
  const known = sources[0]?.source;
  const pace = known?.state === "ok" ? paceOf(known) : null;
  return (
    <Card aria-label="About this key" className="px-4 py-1">
      <dl>
        <Fact name="Kind">{live?.meta.kind ?? "-"}</Fact>
        <Fact name="Unit">{live?.meta.unit ?? "-"}</Fact>
        <Fact name="Source">
          <Link to={`../sources/${slug}`} className="text-accent underline underline-offset-2">
            {source.name}
          </Link>{" "}
          <code className="text-faint">{slug}</code>
        </Fact>
        <Fact name="Brought by">
          {bringers[source.kind] ?? "refresh"}
          {pace === null ? null : `, every ${everyWords(pace)}`}
        </Fact>
        <Fact name="State">{live ? <StateMark state={state} /> : "-"}</Fact>
        <Fact name="Changed">{live ? <Changed at={live.at} /> : "-"}</Fact>
        <Fact name="Revision">{live?.rev ?? "-"}</Fact>
      </dl>
    </Card>
  );
}

const bringers: Record<string, string> = { [PUSH]: "programs, by push", [EDITABLE]: "people and programs" };

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="flex min-h-9 items-center justify-between gap-4 border-t border-line first:border-t-0">
      <dt className="text-muted">{name}</dt>
      <dd className="text-right wrap-anywhere text-strong">{children}</dd>
    </div>
  );
}

function Changed({ at }: { at: number }) {
  const age = formatAge(Math.max(0, useNow() - at));
  return <time dateTime={new Date(at).toISOString()}>{age === "now" ? "just now" : `${age} ago`}</time>;
}
