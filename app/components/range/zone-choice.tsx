import { useState } from "react";
import { useNow } from "../../live/use-now";
import { zoneName } from "../format/clock";
import { isZone } from "../format/reader";
import { useChooseZone, useReader } from "../format/reader-provider";
import { Field } from "../ui/field";

type Kind = "local" | "utc" | "other";
const names: Record<Kind, string> = { local: "Local", utc: "UTC", other: "Other" };

/** In which zone the times of all pages are written; the data stays the same. */
export function ZoneChoice() {
  const { timeZone, isZoneChosen = false } = useReader();
  const choose = useChooseZone();
  const now = useNow(60_000);
  const [kind, setKind] = useState<Kind>(isZoneChosen ? (timeZone === "UTC" ? "utc" : "other") : "local");
  const take = (next: Kind) => {
    setKind(next);
    if (next === "local") choose(null);
    if (next === "utc") choose("UTC");
  };
  return (
    <div className="grid gap-2 border-t border-line p-3">
      <fieldset className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <legend className="sr-only">Time zone</legend>
        {(["local", "utc", "other"] as const).map((one) => (
          <label key={one} className="flex items-center gap-1.5 phone:min-h-(--thumb)">
            <input type="radio" name="zone-kind" checked={kind === one} onChange={() => take(one)} className="size-4" />
            {names[one]}
          </label>
        ))}
        <span className="ml-auto text-12 text-faint">
          {timeZone}, {zoneName(now, timeZone)}
        </span>
      </fieldset>
      {kind === "other" ? <OtherZone timeZone={timeZone} choose={choose} /> : null}
    </div>
  );
}

function OtherZone({ timeZone, choose }: { timeZone: string; choose: (zone: string) => void }) {
  const [text, setText] = useState(timeZone);
  const isKnown = isZone(text.trim());
  return (
    <>
      <Field
        label="Zone"
        name="zone"
        list="zones"
        value={text}
        autoComplete="off"
        error={isKnown ? null : "A zone is named like Europe/Oslo."}
        onChange={({ target }) => {
          setText(target.value);
          if (isZone(target.value.trim())) choose(target.value.trim());
        }}
      />
      <datalist id="zones">
        {Intl.supportedValuesOf("timeZone").map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </>
  );
}
