import { useState } from "react";
import { useLiveStatus } from "../../live/use-live-status";
import { Button } from "../ui/button";
import { Glyph } from "../ui/glyph";
import { endingWords } from "./ending-words";
import { noticeOf } from "./notice-of";
import { SignInLink } from "./sign-in-link";
import { useNewBuild } from "./use-new-build";

/** What the connection wants a person to do, in words, under the header. Announced when it comes. */
export function LiveNotice() {
  const status = useLiveStatus();
  const isNew = useNewBuild();
  const [isLater, putOff] = useState(false);
  const notice = noticeOf(status) ?? (isNew && !isLater ? "new build" : null);
  return (
    // Always there: what is put into a region of which a screen reader knows already is announced.
    <div
      role="status"
      aria-label="Connection notice"
      className="print:hidden sticky top-(--bar) z-(--z-header) phone:top-(--under-header,52px)"
    >
      {notice === "new build" ? <NewBuild later={() => putOff(true)} /> : null}
      {notice === null || notice === "new build" ? null : (
        <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1 border-b border-stale bg-stale-soft px-4 py-2">
          <p className="flex items-center gap-2.5 text-strong">
            <Glyph name="stale" />
            {notice === "session ends" ? (
              <span>
                Your session ends in 1 minute. <SignInLink again>Sign in again</SignInLink> to stay.
              </span>
            ) : (
              endingWords(status.reason)
            )}
          </p>
          {notice === "session ends" ? null : <Button onClick={() => window.location.reload()}>Reload</Button>}
        </div>
      )}
    </div>
  );
}

/** Quieter than what the connection wants: this page goes on as it is. */
function NewBuild({ later }: { later: () => void }) {
  return (
    <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1 border-b border-line bg-panel px-4 py-1.5">
      <p className="flex items-center gap-2.5 text-body">
        <Glyph name="info" />
        There is a new version of Deltaboard.
      </p>
      <Button onClick={() => window.location.reload()}>Reload</Button>
      <Button variant="quiet" onClick={later}>
        Later
      </Button>
    </div>
  );
}
