import { useState } from "react";
import type { NotePanel as NoteDefinition } from "../../../../core/boards/document";
import { sourceOf } from "../../../../core/keys/name";
import { useSetKey } from "../../../live/use-set-key";
import { Button } from "../../ui/button";
import { EditingArea } from "../editing-area";
import { PanelMessage } from "../panel-message";
import { PanelShell } from "../panel-shell";
import { useMayWrite } from "../use-may-write";
import { useMissingSource } from "../use-missing-source";
import { usePanelLoading } from "../use-panel-loading";
import { NoValues } from "../values/no-values";
import { NoteEditor } from "./note-editor";

/** A text that people keep together. */
export default function NotePanel({ panel }: { panel: NoteDefinition }) {
  const slugs = [sourceOf(panel.key)];
  const { value, rev, problem, replace } = useSetKey(panel.key);
  const loading = usePanelLoading(slugs);
  const isMissing = useMissingSource(slugs) !== undefined;
  const mayWrite = useMayWrite(panel.key);
  const [editing, setEditing] = useState(false);
  if (value !== undefined && typeof value !== "string") {
    return (
      <PanelShell panel={panel} slugs={slugs} body="error">
        <PanelMessage title="This key holds no text">
          <code>{panel.key}</code>
        </PanelMessage>
      </PanelShell>
    );
  }
  const text = value ?? "";
  const isLoading = value === undefined && loading;
  if (value === undefined && !loading && isMissing) {
    return (
      <PanelShell panel={panel} slugs={slugs} body="empty">
        <NoValues asked={[panel.key]} slugs={slugs} problem={null} />
      </PanelShell>
    );
  }
  return (
    <PanelShell panel={panel} slugs={slugs} flush {...(isLoading && { body: "loading" as const })}>
      {editing ? (
        <EditingArea panel={panel.id}>
          <NoteEditor text={text} rev={rev} problem={problem} save={replace} close={() => setEditing(false)} />
        </EditingArea>
      ) : (
        <div className="flex flex-1 flex-col gap-2 px-3 pb-3">
          {text === "" ? (
            <PanelMessage title={isLoading ? "" : "Nothing written yet"} />
          ) : (
            <p className="wrap-anywhere whitespace-pre-wrap text-body">{text}</p>
          )}
          {mayWrite ? (
            <div data-hands className="sticky bottom-0 mt-auto self-end bg-panel">
              <Button onClick={() => setEditing(true)}>Edit</Button>
            </div>
          ) : null}
        </div>
      )}
    </PanelShell>
  );
}
