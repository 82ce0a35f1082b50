import { useState } from "react";
import { useLocation, useParams } from "react-router";
import { useBoards } from "../people/use-boards";
import { ButtonLink } from "../ui/button";
import { CopyButton } from "../ui/copy-button";
import { Dialog } from "../ui/dialog";
import { ontoWall } from "./wall-options";

const times = [15, 30, 60, 120, 300];

/** Makes the address of a wall: this board, and those that take turns with it. */
export default function ShowOnWall({ close }: { close: () => void }) {
  const { workspace = "", board = "" } = useParams();
  const { search } = useLocation();
  const others = [...useBoards().values()].filter(({ slug }) => slug !== board);
  const [chosen, choose] = useState<readonly string[]>([]);
  const [every, setEvery] = useState(30);
  const address = `/w/${workspace}/b/${board}${ontoWall(search, { boards: [board, ...chosen], every })}`;
  const toggle = (slug: string, isOn: boolean) =>
    choose((held) => (isOn ? [...held, slug] : held.filter((one) => one !== slug)));
  return (
    <Dialog title="Show on a wall" open setOpen={close}>
      <p className="text-muted">
        Without header and menus, scaled to be read from five metres. What does not fit on one screen follows on the
        next.
      </p>
      {others.length === 0 ? null : (
        <fieldset className="grid gap-1">
          <legend className="pb-1 font-medium text-strong">In turn with</legend>
          {others.map(({ slug, title }) => (
            <label key={slug} className="flex min-h-7 items-center gap-2 phone:min-h-(--thumb)">
              <input
                type="checkbox"
                checked={chosen.includes(slug)}
                onChange={(event) => toggle(slug, event.target.checked)}
                className="size-4 accent-(--accent)"
              />
              <span className="truncate">{title}</span>
            </label>
          ))}
        </fieldset>
      )}
      <label className="flex items-center gap-2">
        <span className="font-medium text-strong">Each screen stays</span>
        <select
          value={every}
          onChange={(event) => setEvery(Number(event.target.value))}
          className="h-(--control) rounded-6 border border-line-control bg-panel px-2 phone:h-(--thumb)"
        >
          {times.map((seconds) => (
            <option key={seconds} value={seconds}>
              {seconds < 60 ? `${seconds} s` : `${seconds / 60} min`}
            </option>
          ))}
        </select>
      </label>
      <code className="rounded-6 bg-well p-2 wrap-anywhere">{`${window.location.origin}${address}`}</code>
      <div className="flex justify-end gap-2">
        <CopyButton text={`${window.location.origin}${address}`} label="Copy link" />
        <ButtonLink variant="prime" to={address}>
          Open here
        </ButtonLink>
      </div>
    </Dialog>
  );
}
