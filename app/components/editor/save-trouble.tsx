import { Notice } from "../ui/notice";
import type { Session } from "./use-edit-session";

/** Why nothing was saved, and what to do; floats above the board, which is still there to be edited. */
export function SaveTrouble({ session: { saving, isKept } }: { session: Session }) {
  const failed = saving.state === "failed" ? saving : null;
  if (!failed && isKept) return null;
  return (
    <div className="fixed inset-x-0 top-14 z-(--z-float) mx-auto w-fit max-w-[min(640px,calc(100vw-24px))]">
      {failed ? (
        <Notice tone="failing" title="Nothing was saved">
          <p>{failed.words}</p>
          {failed.isSignedOut ? (
            <a href="/login" target="_blank" rel="noreferrer" className="text-accent underline">
              Sign in in another tab
            </a>
          ) : null}
        </Notice>
      ) : (
        <Notice tone="stale" title="This browser cannot keep your changes">
          <p>Its storage is full or switched off. What you do not save is lost when this page goes.</p>
        </Notice>
      )}
    </div>
  );
}
