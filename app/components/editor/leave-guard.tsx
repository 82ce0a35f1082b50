import { useEffect } from "react";
import { useBlocker } from "react-router";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import type { Session } from "./use-edit-session";

/** Asks before an edit that is not saved is left, by whatever way. */
export function LeaveGuard({ session }: { session: Session }) {
  const { isUnsaved } = session;
  const blocker = useBlocker(({ currentLocation, nextLocation }) => {
    const isStaying =
      currentLocation.pathname === nextLocation.pathname && new URLSearchParams(nextLocation.search).has("edit");
    return isUnsaved && !isStaying;
  });
  useEffect(() => {
    if (!isUnsaved) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener("beforeunload", ask);
    return () => removeEventListener("beforeunload", ask);
  }, [isUnsaved]);
  // Saved meanwhile: there is nothing to ask any more.
  useEffect(() => {
    if (blocker.state === "blocked" && !isUnsaved) blocker.proceed();
  }, [blocker, isUnsaved]);
  if (blocker.state !== "blocked") return null;
  return (
    <Dialog title="Unsaved changes" open setOpen={(open) => (open ? null : blocker.reset())}>
      <p>This board has changes that nobody else sees yet.</p>
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={() => blocker.reset()}>Stay</Button>
        <Button
          onClick={() => {
            session.discard();
            blocker.proceed();
          }}
        >
          Discard them
        </Button>
        <Button onClick={() => blocker.proceed()}>Keep them for later</Button>
        <Button variant="prime" onClick={() => void session.save()}>
          Save
        </Button>
      </div>
    </Dialog>
  );
}
