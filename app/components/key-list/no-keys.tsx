import { PanelMessage } from "../panels/panel-message";
import { ButtonLink } from "../ui/button";
import { Card } from "../ui/card";
import { keyPlace } from "./key-place";

interface NoKeysProps {
  asked: string;
  /** How many keys there are. */
  all: number;
  /** How many keys and patterns the reader follows, where these were searched. */
  followed: number | null;
}

/** A search that found nothing says what was searched; a workspace without keys, where keys come from. */
export function NoKeys({ asked, all, followed }: NoKeysProps) {
  return <Card className="grid min-h-40">{followed === null ? none(asked, all) : noneFollowed(asked, followed)}</Card>;
}

function none(asked: string, all: number) {
  if (asked === "")
    return (
      <PanelMessage title="No keys yet" action={<ButtonLink to="../sources">Go to sources</ButtonLink>}>
        Keys come from sources, and a source can be one that you push to or write yourself.
      </PanelMessage>
    );
  return (
    <PanelMessage title={`No key matches “${asked}”`} action={<ButtonLink to="?">Show all keys</ButtonLink>}>
      {all === 1 ? "The one key was" : `The names, labels and units of ${all} keys were`} searched.
    </PanelMessage>
  );
}

function noneFollowed(asked: string, followed: number) {
  if (followed === 0)
    return (
      <PanelMessage title="You follow no keys yet" action={<ButtonLink to="?">All keys</ButtonLink>}>
        The star beside a key follows it. What you follow is kept for you, on every device, and seen by nobody else.
      </PanelMessage>
    );
  if (asked === "")
    return <PanelMessage title="None of these keys is there">They will stand here when they come.</PanelMessage>;
  return (
    <PanelMessage
      title={`Nothing that you follow matches “${asked}”`}
      action={<ButtonLink to={keyPlace({ tab: "followed" })}>Show all you follow</ButtonLink>}
    >
      The names, labels and units of the keys that you follow were searched.
    </PanelMessage>
  );
}
