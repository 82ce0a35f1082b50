import { useSearchParams } from "react-router";
import { Notice } from "../ui/notice";
import { failureAdvice } from "./failure-advice";
import { useSourceState } from "./use-source-state";

/** What is the matter with a source, and what the last step did. */
export function SourceNotes({ slug, problem }: { slug: string; problem: string | null }) {
  const state = useSourceState(slug);
  const [search] = useSearchParams();
  const drift = state?.state === "ok" ? (state.drift ?? []) : [];
  return (
    <div className="mt-3 grid gap-2 empty:hidden">
      {problem ? <Notice tone="failing" title={problem} /> : null}
      {search.has("copied") ? (
        <Notice tone="info" title="This is a copy. It is paused: change what is to be different, then resume it." />
      ) : null}
      {search.has("saved") ? <Notice tone="info" title="The changes were saved." /> : null}
      {state?.state === "failing" ? (
        <Notice tone="failing" title={state.failure.message}>
          {failureAdvice(state.failure.code)} The last good values stay.
        </Notice>
      ) : null}
      {drift.length > 0 ? (
        <Notice tone="stale" title="Upstream answers otherwise than before. What it lacks keeps its last good value.">
          <ul>
            {drift.map(({ path, message }) => (
              <li key={path}>
                {path === "" ? null : <code>{path}</code>} {message}
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
    </div>
  );
}
