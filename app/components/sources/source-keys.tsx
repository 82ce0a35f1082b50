import { Link } from "react-router";
import { useLiveKeys } from "../../live/use-live-keys";
import { measure } from "../format/measure";
import { useReader } from "../format/reader-provider";
import { ChangedText } from "../panels/changed-text";
import { Card } from "../ui/card";

/** Rows on the page; a source may have thousands. */
const SHOWN = 200;

/** The keys that a source holds, with their values, live. */
export function SourceKeys({ slug }: { slug: string }) {
  const { locale } = useReader();
  const keys = useLiveKeys([`${slug}.*`]);
  return (
    <Card aria-labelledby="keys-title" className="overflow-clip">
      <h2 id="keys-title" className="flex min-h-11 items-center gap-2 px-4 text-14 font-medium text-strong">
        Keys <span className="font-regular text-faint">{keys.length}</span>
      </h2>
      {keys.length === 0 ? (
        <p className="px-4 pb-4 text-muted">It has not brought any yet.</p>
      ) : (
        <section aria-label="Keys" tabIndex={0} className="max-h-[440px] overflow-y-auto border-t border-line">
          <table className="w-full table-fixed border-collapse">
            <tbody>
              {keys.slice(0, SHOWN).map(({ key, value, meta }) => {
                const { text, unit } = measure(value, meta.unit, locale);
                return (
                  <tr key={key} className="h-8 border-t border-line first:border-t-0">
                    <th scope="row" className="truncate pr-2 pl-4 text-left font-regular" title={meta.label ?? key}>
                      <Link to={`../keys/${key}`} className="rounded-4 hover:underline">
                        <code className="text-body">{key}</code>
                      </Link>
                    </th>
                    <td className="w-48 truncate pr-4 text-right text-strong phone:w-32" title={text}>
                      <ChangedText text={text} />
                      {unit ? <span className="text-muted"> {unit}</span> : null}
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </section>
      )}
      {keys.length > SHOWN ? (
        <p className="border-t border-line px-4 py-2 text-12 text-muted">
          The first {SHOWN} of {keys.length} keys.
        </p>
      ) : null}
    </Card>
  );
}
