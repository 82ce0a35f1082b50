import { Plus, Trash2 } from "lucide";
import { type RefObject, useRef, useState } from "react";
import type { Panel } from "../../../core/boards/document";
import { referenceProblem } from "../../../core/boards/reference";
import { Button } from "../ui/button";
import { Icon } from "../ui/icon";
import { DraftField } from "./draft-field";
import { FormulaHelp } from "./formula-help";
import type { Choice } from "./key-choices";
import { KeyPicker } from "./key-picker";
import { Setting } from "./setting";
import type { Members } from "./use-members";

const MOST = 16;

interface KeysSettingProps {
  readonly panel: Panel;
  readonly members: Members;
  readonly slug: string;
  readonly preview: (panel: Panel | null) => void;
}

/** What the panel shows: keys, patterns or formulas, typed or picked. */
export function KeysSetting({ panel, members, slug, preview }: KeysSettingProps) {
  const rows = rowsOf(panel, members);
  const [picking, pick] = useState<"first" | "more" | null>(null);
  const area = useRef<HTMLDivElement>(null);
  if (!rows) return null;
  const { entries, most, put } = rows;
  const withKey = (key: string) =>
    picking === "more" ? [...entries, { key }] : entries.with(0, { ...entries[0], key });
  // What had the focus is gone.
  const toButtons = () => requestAnimationFrame(() => area.current?.querySelector("button")?.focus());
  const close = () => {
    pick(null);
    toButtons();
  };
  const take = ({ key }: Choice) => {
    put(withKey(key));
    members.rest();
    close();
  };
  return (
    <Setting title="Shows" note="a key, a pattern, or = and a formula">
      {entries.map((entry, i) => (
        <OneEntry
          // biome-ignore lint/suspicious/noArrayIndexKey: the same key may be there twice while it is typed
          key={i}
          number={entries.length === 1 ? null : i + 1}
          entry={entry}
          isNamed={"series" in panel}
          put={(next) => put(entries.with(i, next))}
          rest={members.rest}
          remove={() => {
            put(entries.toSpliced(i, 1));
            toButtons();
          }}
        />
      ))}
      {picking ? (
        <KeyPicker
          slug={slug}
          show={(choice) => preview(choice && withEntries(panel, withKey(choice.key)))}
          take={take}
          close={close}
        />
      ) : (
        <PickButtons area={area} isOne={entries.length === 1} isFull={entries.length >= most} pick={pick} />
      )}
      <FormulaHelp />
    </Setting>
  );
}

interface OneEntryProps {
  /** Among several, from 1 on. */
  readonly number: number | null;
  readonly entry: Entry;
  /** Whether it may have a name beside its key's own. */
  readonly isNamed: boolean;
  readonly put: (entry: Entry) => string | null;
  readonly rest: () => void;
  readonly remove: () => void;
}

function OneEntry({ number, entry, isNamed, put, rest, remove }: OneEntryProps) {
  return (
    <div className={`grid items-end gap-x-2 gap-y-1 ${number === null ? "" : "grid-cols-[1fr_auto]"}`}>
      <DraftField
        label={number === null ? "Key" : `Key ${number}`}
        value={entry.key}
        set={(key) => referenceProblem(key) ?? put({ ...entry, key })}
        rest={rest}
      />
      {number === null ? null : (
        <Button variant="quiet" icon={<Icon of={Trash2} />} aria-label={`Remove key ${number}`} onClick={remove} />
      )}
      {isNamed ? (
        <DraftField
          label={number === null ? "Name" : `Name of key ${number}`}
          value={entry.name ?? ""}
          placeholder="its own"
          set={(name) => put({ key: entry.key, ...(name !== "" && { name }) })}
          rest={rest}
        />
      ) : null}
    </div>
  );
}

interface PickButtonsProps {
  readonly area: RefObject<HTMLDivElement | null>;
  readonly isOne: boolean;
  readonly isFull: boolean;
  readonly pick: (which: "first" | "more") => void;
}

function PickButtons({ area, isOne, isFull, pick }: PickButtonsProps) {
  return (
    <div ref={area} className="flex gap-2">
      {isOne ? <Button onClick={() => pick("first")}>Choose a key</Button> : null}
      {isFull ? null : (
        <Button icon={<Icon of={Plus} />} onClick={() => pick("more")}>
          Add key
        </Button>
      )}
    </div>
  );
}

interface Entry {
  readonly key: string;
  readonly name?: string | undefined;
}

interface Rows {
  readonly entries: readonly Entry[];
  readonly most: number;
  readonly put: (entries: readonly Entry[]) => string | null;
}

function rowsOf(panel: Panel, members: Members): Rows | null {
  if ("series" in panel) return { entries: panel.series, most: MOST, put: (all) => members.set("series", all) };
  if ("keys" in panel) {
    const put = (all: readonly Entry[]) =>
      members.set(
        "keys",
        all.map(({ key }) => key),
      );
    return { entries: panel.keys.map((key) => ({ key })), most: MOST, put };
  }
  if ("key" in panel) return { entries: [{ key: panel.key }], most: 1, put: ([one]) => members.set("key", one?.key) };
  return null;
}

function withEntries(panel: Panel, entries: readonly Entry[]): Panel {
  const keys = entries.map(({ key }) => key);
  if ("series" in panel) return { ...panel, series: [...entries] };
  if ("keys" in panel) return { ...panel, keys };
  return "key" in panel ? { ...panel, key: keys[0] ?? panel.key } : panel;
}
