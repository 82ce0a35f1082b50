import { useState } from "react";
import { useNavigate } from "react-router";
import { when } from "../format/clock";
import { useReader } from "../format/reader-provider";
import { Button } from "../ui/button";
import { useHydrated } from "../ui/use-hydrated";
import { draftPlace, draftTime } from "./draft-place";

/** That one left this board with changes that are not saved, with the way back to them. Floats, so that nothing shifts. */
export function DraftNotice({ userId, boardId }: { userId: string; boardId: string }) {
  return useHydrated() ? <Found key={boardId} place={draftPlace(userId, boardId)} /> : null;
}

function Found({ place }: { place: string }) {
  const { timeZone } = useReader();
  const navigate = useNavigate();
  const [found, find] = useState(() => draftTime(place));
  const [now] = useState(() => Date.now());
  if (found === null) return null;
  const discard = () => {
    localStorage.removeItem(place);
    find(null);
  };
  return (
    <aside
      aria-label="Unsaved changes"
      className="fixed right-4 bottom-4 z-(--z-header) flex flex-wrap items-center gap-2 rounded-8 border border-line-strong bg-raised px-3 py-2 shadow-float phone:inset-x-3 phone:bottom-18"
    >
      <p>You have unsaved changes from {when(found, now, timeZone)}.</p>
      <Button variant="prime" onClick={() => void navigate("?edit=1", { state: "go on" })}>
        Continue
      </Button>
      <Button onClick={discard}>Discard</Button>
    </aside>
  );
}
