import type { Drift } from "../../../core/sources/state";

const SHOWN = 3;

/** The second row of a source whose answers lack something: what keeps its last good value. */
export function SourceDrift({ drift }: { drift: readonly Drift[] }) {
  const more = drift.length - SHOWN;
  return (
    <tr className="phone:block phone:px-3 phone:pt-2">
      <td className="phone:hidden" />
      <td colSpan={8} className="pr-2 pb-2.5 pl-2 phone:block phone:p-0">
        <div className="rounded-6 bg-stale-soft px-3 py-1.5 text-12 wrap-anywhere">
          {drift.slice(0, SHOWN).map(({ path, message }) => (
            <p key={path} className="text-body">
              {path === "" ? null : <code>{path}</code>} {message}
            </p>
          ))}
          <p className="text-muted">
            {more > 0 ? `And ${more} more. ` : ""}
            {drift.length === 1 ? "It keeps its last good value." : "They keep their last good values."}
          </p>
        </div>
      </td>
    </tr>
  );
}
