import { PanelMessage } from "../panels/panel-message";
import { ButtonLink } from "../ui/button";
import { Card } from "../ui/card";

/** A search that found nothing says what was searched; a workspace without keys, where keys come from. */
export function NoKeys({ asked, all }: { asked: string; all: number }) {
  return (
    <Card className="grid min-h-40">
      {asked === "" ? (
        <PanelMessage title="No keys yet" action={<ButtonLink to="../sources">Go to sources</ButtonLink>}>
          Keys come from sources, and a source can be one that you push to or write yourself.
        </PanelMessage>
      ) : (
        <PanelMessage title={`No key matches “${asked}”`} action={<ButtonLink to="?">Show all keys</ButtonLink>}>
          {all === 1 ? "The one key was" : `The names, labels and units of ${all} keys were`} searched.
        </PanelMessage>
      )}
    </Card>
  );
}
