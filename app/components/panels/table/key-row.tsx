import { memo, type ReactNode } from "react";
import { Link, useParams } from "react-router";
import { sourceOf } from "../../../../core/keys/name";
import type { LiveValue } from "../../../live/live-value";
import { KeyName } from "../key-name";
import { KeyAge, KeySpark, KeyValue } from "./key-cells";

interface KeyRowProps {
  live: LiveValue;
  range: number;
  /** What can be done with it, in a cell of its own. */
  action?: ReactNode;
}

/** One key, its name the way to its page; rendered anew only when this key has. */
export const KeyRow = memo(function KeyRow({ live, range, action }: KeyRowProps) {
  const { workspace = "" } = useParams();
  const { key: id, value, at, meta } = live;
  const shown = {
    id,
    name: meta.label ?? id,
    unit: meta.unit,
    value,
    at,
    isSeries: meta.kind === "series",
    slugs: [sourceOf(id)],
  };
  return (
    <tr className="[&>*]:h-7.5 [&>*]:border-b [&>*]:border-line [&>*]:px-2 last:[&>*]:border-b-0 phone:[&>*]:h-10">
      <th scope="row" className="w-full max-w-0 truncate pl-3! text-left font-regular text-body" title={id}>
        <Link to={`/w/${workspace}/keys/${id}`} className="rounded-4 hover:underline">
          {shown.name === id ? <KeyName id={id} /> : shown.name}
        </Link>
      </th>
      <td className="@max-[400px]:hidden">
        <div className="w-20">
          <KeySpark value={shown} range={range} />
        </div>
      </td>
      <td className="max-w-60 truncate text-right whitespace-nowrap @max-[440px]:max-w-36 @max-[440px]:pr-3!">
        <KeyValue value={shown} />
      </td>
      <td className="pr-3! text-right whitespace-nowrap @max-[440px]:hidden">
        <KeyAge value={shown} severalSources />
      </td>
      {action ? <td className="w-0">{action}</td> : null}
    </tr>
  );
});
