import { useEffect, useEffectEvent, useState } from "react";
import type { Panel } from "../../../core/boards/document";
import { useBoard } from "../panels/board-context";
import { csvText } from "./csv-text";
import type { DataRow } from "./data-row";
import { fileName } from "./file-name";
import { saveFile } from "./save-file";
import { usePanelRows } from "./use-panel-rows";

interface RowsDownloadProps {
  panels: readonly Panel[];
  /** What is in it, when that is less than the board. */
  name?: string;
  done: () => void;
}

interface Collected {
  readonly rows: readonly DataRow[];
  readonly bounds: { readonly from: number; readonly to: number };
}

/** Saves what panels show as CSV, once, and says when it is done. Draws nothing. */
export default function RowsDownload({ panels, name, done }: RowsDownloadProps) {
  const { title } = useBoard();
  const [collected, setCollected] = useState<ReadonlyMap<string, Collected>>(new Map());
  const collect = (id: string, rows: Collected) => setCollected((held) => new Map(held).set(id, rows));
  const isComplete = collected.size === panels.length;
  const finish = useEffectEvent(() => {
    const all = panels.flatMap((panel) =>
      (collected.get(panel.id)?.rows ?? []).map((row) => ({ ...row, panel: panel.title })),
    );
    const [first] = collected.values();
    const parts = name === undefined ? [title] : [title, name];
    saveFile(
      new Blob([csvText(all)], { type: "text/csv;charset=utf-8" }),
      fileName(parts, first?.bounds ?? null, "csv"),
    );
    done();
  });
  useEffect(() => {
    if (isComplete) finish();
  }, [isComplete]);
  return panels.map((panel) => <Collect key={panel.id} panel={panel} collect={collect} />);
}

function Collect({ panel, collect }: { panel: Panel; collect: (id: string, rows: Collected) => void }) {
  const shown = usePanelRows(panel);
  const tell = useEffectEvent(() => collect(panel.id, shown));
  useEffect(() => tell(), []);
  return null;
}
