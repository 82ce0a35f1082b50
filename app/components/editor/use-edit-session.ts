import { useEffect, useMemo, useReducer, useState } from "react";
import { difference } from "../../../core/boards/difference";
import type { BoardDocument } from "../../../core/boards/document";
import type { Edit } from "../../../core/boards/edit";
import { merge } from "../../../core/boards/merge";
import { resolved } from "../../../core/boards/resolved";
import { sameBoard } from "../../../core/boards/same-board";
import type { SavedBoard } from "../board/fetch-board";
import { notify } from "../notify/notify";
import { type Draft, dropDraft, keepDraft } from "./draft-store";
import { type Act, begun, type History, historyAfter } from "./history";
import { sendBoard } from "./send-board";

export type Saving =
  | { readonly state: "idle" | "saving" | "saved" }
  | { readonly state: "failed"; readonly words: string; readonly isSignedOut: boolean };

interface SessionOptions {
  /** The board as it was saved last, by anybody. */
  readonly saved: SavedBoard;
  readonly address: string;
  /** Where the browser keeps what is not saved. */
  readonly place: string;
  /** What is gone on with; null: the board as it is saved. */
  readonly draft: Draft | null;
  /** The page's own copy of what was just saved: it need not be fetched. */
  readonly onSaved: (saved: SavedBoard) => void;
}

export type Session = ReturnType<typeof useEditSession>;

/** A board that is being edited: its steps, what it was made from, and what becomes of it when it is saved. */
export function useEditSession({ saved, address, place, draft, onSaved }: SessionOptions) {
  const [history, act] = useReducer(historyAfter, draft?.document ?? saved.document, begun);
  const [base, setBase] = useState<SavedBoard>(draft?.base ?? saved);
  const [saving, setSaving] = useState<Saving>({ state: "idle" });
  const isUnsaved = !sameBoard(history.now, base.document);
  const isKept = useKept(place, base, history, isUnsaved);
  const clash = useClash(saved, base, history.now);
  useTakeIn({ clash, saved, base, setBase, act, isBusy: saving.state === "saving" });

  const send = useSending({ address, act, setBase, setSaving, onSaved });
  return {
    now: history.now,
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
    isUnsaved,
    isKept,
    saving,
    /** What others changed that excludes what was changed here; it has to be settled before anything is saved. */
    clash: clash && clash.conflicts.length > 0 ? { ...clash, base: base.document, theirs: saved } : null,
    edit: (edit: Edit, run?: string) => {
      act({ type: "edit", edit, ...(run !== undefined && { run }) });
      setSaving({ state: "idle" });
    },
    act,
    save: () => (isUnsaved && saving.state !== "saving" ? send(base, history.now) : Promise.resolve()),
    discard: () => {
      act({ type: "begin", document: saved.document });
      setBase(saved);
      setSaving({ state: "idle" });
    },
    /** Settles a clash, and saves. `isTheirs`: of each conflict's panel, whether it is to be as the others have it. */
    settle: (isTheirs: (panel: string | null) => boolean) => {
      if (!clash) return;
      const document = resolved(clash, saved.document, isTheirs);
      act({ type: "rebase", from: base.document, to: saved.document });
      act({ type: "replace", document });
      setBase(saved);
      void send(saved, document);
    },
  };
}

/** What both came to, where somebody else saved since; null while nobody did. */
function useClash(saved: SavedBoard, base: SavedBoard, now: BoardDocument) {
  return useMemo(
    () => (saved.version > base.version ? merge(base.document, now, saved.document) : null),
    [saved, base, now],
  );
}

interface Sending extends Pick<SessionOptions, "address" | "onSaved"> {
  readonly act: (act: Act) => void;
  readonly setBase: (base: SavedBoard) => void;
  readonly setSaving: (saving: Saving) => void;
}

/** Sends a document over the version that it was made from, and takes over what comes of it. */
function useSending({ address, act, setBase, setSaving, onSaved }: Sending) {
  return async (over: SavedBoard, document: BoardDocument): Promise<void> => {
    setSaving({ state: "saving" });
    const outcome = await sendBoard(address, over.version, document);
    if (outcome.type === "failed") return setSaving({ state: "failed", ...outcome });
    if (outcome.type === "clash") {
      onSaved(outcome.theirs);
      return setSaving({ state: "idle" });
    }
    const next = { version: outcome.version, savedBy: "", document: outcome.document };
    tellOf("Saved, with what was saved meanwhile", document, next);
    act({ type: "rebase", from: document, to: outcome.document });
    setBase(next);
    onSaved(next);
    setSaving({ state: "saved" });
  };
}

/** Keeps what is not saved in the browser, at each step: a crash takes nothing along. False where it cannot be kept. */
function useKept(place: string, base: SavedBoard, { now }: History, isUnsaved: boolean): boolean {
  const [isKept, setKept] = useState(true);
  useEffect(() => {
    if (isUnsaved) setKept(keepDraft(place, { at: Date.now(), base, document: now }));
    else dropDraft(place);
  }, [place, base, now, isUnsaved]);
  return isKept;
}

interface TakeIn {
  readonly clash: ReturnType<typeof merge> | null;
  readonly saved: SavedBoard;
  readonly base: SavedBoard;
  readonly setBase: (base: SavedBoard) => void;
  readonly act: (act: Act) => void;
  readonly isBusy: boolean;
}

/** What others save while this board is being edited comes in by itself, unless it excludes what was changed here. */
function useTakeIn({ clash, saved, base, setBase, act, isBusy }: TakeIn): void {
  const isFree = clash !== null && clash.conflicts.length === 0 && !isBusy;
  useEffect(() => {
    if (!isFree) return;
    tellOf(`${saved.savedBy || "Somebody"} saved this board`, base.document, saved);
    act({ type: "rebase", from: base.document, to: saved.document });
    setBase(saved);
  }, [isFree, saved, base, setBase, act]);
}

/** Says what others changed between what is here and what is saved now; nothing where that is nothing. */
function tellOf(words: string, from: SavedBoard["document"], { document }: SavedBoard): void {
  const { title, panels } = difference(from, document);
  const changes = [
    ...(title ? [`Named ${title[1]}`] : []),
    ...panels.map((panel) => `${panel.title || panel.id} ${panel.change}`),
  ];
  if (changes.length > 0) notify({ words, more: `${changes.slice(0, 4).join(", ")}. It is in your draft.` });
}
