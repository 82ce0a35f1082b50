import { Dialog } from "@base-ui/react/dialog";
import { Command } from "cmdk";
import { Search } from "lucide";
import { useEffect, useMemo, useState } from "react";
import { useNavigate, useSubmit } from "react-router";
import type { FoundKey } from "../../../core/keys/found-keys";
import { Icon } from "../ui/icon";
import { useEarlyEnter } from "../ui/use-early-enter";
import type { EarlyText } from "./early-text";
import type { Entry } from "./entry";
import { EntryRow, KeyRow } from "./entry-row";
import { pageEntries } from "./page-entries";
import { recentEntries, rememberEntry } from "./recent";
import { shownGroups } from "./shown-groups";
import { useKeyEntries } from "./use-key-entries";
import { usePlaceList } from "./use-place-list";

interface PaletteProps {
  slug: string;
  open: boolean;
  setOpen: (open: boolean) => void;
  early: EarlyText;
}

/** Finds boards, panels, keys, sources and actions, by keyboard alone. Escape gives the focus back to where it was. */
export default function Palette({ slug, open, setOpen, early }: PaletteProps) {
  return (
    <Dialog.Root open={open} onOpenChange={(next) => setOpen(next)}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-(--z-dialog) bg-(--scrim)" />
        <Dialog.Popup
          aria-label="Search and jump"
          className="fixed top-[12dvh] left-1/2 z-(--z-dialog) flex max-h-[76dvh] w-[calc(100vw-24px)] max-w-160 -translate-x-1/2 flex-col overflow-clip rounded-8 border border-line-strong bg-raised text-body shadow-float outline-none phone:top-3"
        >
          <Finder slug={slug} early={early} close={() => setOpen(false)} />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function usePageEntries(slug: string) {
  const { places, isComing } = usePlaceList(slug);
  const submit = useSubmit();
  const entries = useMemo(() => {
    const makeBoard = () => void submit({ intent: "make" }, { method: "post", action: `/w/${slug}?index` });
    return pageEntries(slug, places, makeBoard);
  }, [slug, places, submit]);
  return { entries, isComing };
}

function Finder({ slug, early, close }: { slug: string; early: EarlyText; close: () => void }) {
  const [typed, type] = useState("");
  const navigate = useNavigate();
  const [recent] = useState(() => recentEntries(slug));
  const { entries, isComing } = usePageEntries(slug);
  const found = useMemo(() => shownGroups({ slug, typed, entries, recent }), [slug, typed, entries, recent]);
  const { keys, total, isAsking } = useKeyEntries(slug, typed);
  const top = found[0]?.entries[0] ?? (keys[0] && toKey(slug, keys[0]));
  const first = top?.id ?? "";
  const [chosen, select] = useState<string | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what comes first is another then
  useEffect(() => select(null), [typed, first]);
  const choose = ({ id, does }: Pick<Entry, "id" | "does">) => {
    rememberEntry(slug, id);
    close();
    // The layer in front takes the focus along: what is done, and where one goes, comes after it has gone.
    setTimeout(() => (typeof does === "string" ? void navigate(does) : does()), 0);
  };
  const isReady = !isComing && (found.length > 0 || !isAsking);
  const enterEarly = useEarlyEnter(typed, isReady, () => top && choose(top));
  const isNothing = found.length === 0 && keys.length === 0;
  return (
    <Command
      label="Search and jump"
      shouldFilter={false}
      vimBindings={false}
      loop
      value={chosen ?? first}
      // Where there is nothing it tells of no name.
      onValueChange={(name) => select(name || null)}
      className="flex min-h-0 flex-col"
      onKeyDown={(event) => {
        const closes = event.key === "k" && (event.metaKey || event.ctrlKey);
        if (!closes && (event.key !== "Enter" || isReady)) return;
        event.preventDefault();
        if (closes) close();
        else enterEarly();
      }}
    >
      <Field
        typed={typed}
        type={type}
        take={() => {
          const [text = "", ...entered] = early.take().split("\n");
          type(typed + text);
          if (entered.length > 0) enterEarly(typed + text);
        }}
      />
      <Command.List label="Found" className="min-h-0 overflow-y-auto p-1.5 [scroll-padding-block:32px]">
        {found.map(({ name, entries: some }) => (
          <Group key={name} name={name} entries={some} choose={choose} />
        ))}
        <Keys keys={keys} total={total} choose={(key) => choose(toKey(slug, key))} />
      </Command.List>
      <p role="status" className={isNothing ? "px-4 pt-2 pb-5 text-center text-muted" : "sr-only"}>
        {isNothing ? (isAsking ? "Searching …" : `Nothing is called “${typed.trim()}”.`) : ""}
      </p>
    </Command>
  );
}

interface KeysProps {
  readonly keys: readonly FoundKey[];
  readonly total: number;
  readonly choose: (key: FoundKey) => void;
}

function Keys({ keys, total, choose }: KeysProps) {
  if (keys.length === 0) return null;
  return (
    <Command.Group heading={keys.length < total ? `Keys, ${keys.length} of ${total}` : "Keys"} className={heading}>
      {keys.map((key) => (
        <KeyRow key={key.key} found={key} choose={() => choose(key)} />
      ))}
    </Command.Group>
  );
}

function toKey(slug: string, { key }: FoundKey): Pick<Entry, "id" | "does"> {
  return { id: `key ${key}`, does: `/w/${slug}/keys/${key}` };
}

interface FieldProps {
  typed: string;
  type: (text: string) => void;
  /** Takes over what was typed before the field was there. */
  take: () => void;
}

function Field({ typed, type, take }: FieldProps) {
  return (
    <div className="flex h-12 shrink-0 items-center gap-2.5 border-b border-line px-4">
      <Icon of={Search} className="size-4 shrink-0 text-muted" />
      <Command.Input
        value={typed}
        onValueChange={type}
        onFocus={take}
        placeholder="Boards, panels, keys, sources, actions"
        className="min-w-0 flex-1 bg-transparent text-14 text-strong outline-none placeholder:text-faint phone:text-16"
      />
      <kbd className="rounded-4 border border-line-strong bg-well px-1.5 text-12 text-faint phone:hidden">Esc</kbd>
    </div>
  );
}

const heading =
  "[&_[cmdk-group-heading]]:px-2.5 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-12 [&_[cmdk-group-heading]]:text-faint";

interface GroupProps {
  name: string;
  entries: readonly Entry[];
  choose: (entry: Entry) => void;
}

function Group({ name, entries, choose }: GroupProps) {
  return (
    <Command.Group heading={name} className={heading}>
      {entries.map((entry) => (
        <EntryRow key={entry.id} entry={entry} choose={() => choose(entry)} />
      ))}
    </Command.Group>
  );
}
