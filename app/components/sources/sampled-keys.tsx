import type { KeyReading } from "../../../core/sources/reading";
import { measure } from "../format/measure";
import { useReader } from "../format/reader-provider";

const SHOWN = 200;

interface Props {
  readonly slug: string;
  readonly readings: readonly KeyReading[];
  readonly total: number;
}

/** The keys that a test found, under the names that they will have. */
export function SampledKeys({ slug, readings, total }: Props) {
  const { locale } = useReader();
  const shown = readings.slice(0, SHOWN);
  return (
    // A region that scrolls must be reachable by keyboard.
    <section className="max-h-[440px] overflow-y-auto border-t border-line" aria-label="Keys found" tabIndex={0}>
      <table className="w-full table-fixed border-collapse">
        <thead>
          <tr className="h-8 text-left text-12 text-faint *:font-regular">
            <th className="pr-2 pl-4">Key</th>
            <th className="w-36 px-2 text-right phone:w-28 phone:pr-4">Value now</th>
            <th className="w-18 pr-4 pl-2 phone:hidden">Kind</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ key: tried, value, meta }) => {
            const { text, unit } = measure(value, meta.unit, locale);
            const key = renamed(tried, slug);
            return (
              <tr key={tried} className="h-8 border-t border-line">
                <td
                  className="truncate pr-2 pl-4 phone:py-1 phone:wrap-anywhere phone:whitespace-normal"
                  title={meta.label ?? key}
                >
                  <code className="text-body">{key}</code>
                </td>
                <td className="truncate px-2 text-right phone:pr-4" title={text}>
                  <span className="font-medium text-strong">{text}</span>
                  {unit ? <span className="text-muted"> {unit}</span> : null}
                </td>
                <td className="pr-4 pl-2 text-muted phone:hidden">{meta.kind}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {total > shown.length ? (
        <p className="border-t border-line px-4 py-2 text-12 text-muted">
          The first {shown.length} of {total} keys.
        </p>
      ) : null}
    </section>
  );
}

/** The draft was tried under the short name it had then; the keys will bear the one it has when it is saved. */
function renamed(tried: string, slug: string): string {
  const path = tried.slice(tried.indexOf(".") + 1);
  return slug === "" ? path : `${slug}.${path}`;
}
