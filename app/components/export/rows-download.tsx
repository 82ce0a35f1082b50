import { useEffect, useEffectEvent, useState } from "react";
import type { Panel } from "../../../core/boards/document";
import type { Viewing } from "../../../core/boards/patterns";
import { csvText } from "./csv-text.client";
import type { DataRow } from "./data-row";
import { fileName } from "./file-name";
import { saveFile } from "./save-file";
import { usePanelRows } from "./use-panel-rows";

interface RowsDownloadProps {
  panels: readonly Panel[];
  viewing: Viewing;
  /** What is in it, for the file's name: the board, and the panel where that is all. */
  names: readonly string[];
  done: () => void;
}

interface Collected {
  readonly rows: readonly DataRow[];
  readonly bounds: { readonly from: number; readonly to: number };
}

/** Saves what panels show as CSV, once, and says when it is done. Draws nothing. */
export default function RowsDownload({ panels, viewing, names, done }: RowsDownloadProps) {
  const [collected, setCollected] = useState<ReadonlyMap<string, Collected>>(new Map());
  const collect = (id: string, rows: Collected) => setCollected((held) => new Map(held).set(id, rows));
  const isComplete = collected.size === panels.length;
  const finish = useEffectEvent(() => {
    const all = panels.flatMap((panel) =>
      (collected.get(panel.id)?.rows ?? []).map((row) => ({ ...row, panel: panel.title })),
    );
    const [first] = collected.values();
    saveFile(
      new Blob([csvText(all)], { type: "text/csv;charset=utf-8" }),
      fileName(names, first?.bounds ?? null, "csv"),
    );
    done();
  });
  useEffect(() => {
    if (isComplete) finish();
  }, [isComplete]);
  return panels.map((panel) => <Collect key={panel.id} panel={panel} viewing={viewing} collect={collect} />);
}

interface CollectProps {
  panel: Panel;
  viewing: Viewing;
  collect: (id: string, rows: Collected) => void;
}

function Collect({ panel, viewing, collect }: CollectProps) {
  const shown = usePanelRows(panel, viewing);
  const tell = useEffectEvent(() => collect(panel.id, shown));
  useEffect(() => tell(), []);
  return null;
}
