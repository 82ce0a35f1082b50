import { useMemo, useRef, useState } from "react";
import { useFetchers, useSubmit } from "react-router";
import { type Move, moved } from "../../../core/boards/moved";
import type { ListedBoard } from "./listed-board";

const FETCHER = "boards-order";

/** The boards in their order, with a move that is on its way to the server; how to move one; and what was moved last. */
export function useBoardOrder(boards: readonly ListedBoard[]) {
  const submit = useSubmit();
  const pending = useFetchers().find(({ key }) => key === FETCHER)?.formData;
  const [told, tell] = useState("");
  const holder = useRef<HTMLDivElement>(null);
  const ordered = useMemo(() => {
    const move = pending && moveOf(pending);
    if (!move) return boards;
    const bySlug = new Map(boards.map((one) => [one.slug, one]));
    return moved([...bySlug.keys()], move).flatMap((slug) => bySlug.get(slug) ?? []);
  }, [boards, pending]);
  const move = (next: Move, words: string) => {
    tell(words);
    void submit(
      { intent: "move", ...next },
      { method: "post", navigate: false, fetcherKey: FETCHER, flushSync: true, preventScrollReset: true },
    );
    // The card that moved is put elsewhere in the page, which takes the focus from its handle.
    holder.current?.querySelector<HTMLElement>(`[data-handle="${next.slug}"]`)?.focus();
  };
  return { ordered, move, told, holder };
}

function moveOf(form: FormData): Move | null {
  const [slug, other, side] = [form.get("slug"), form.get("other"), form.get("side")];
  if (typeof slug !== "string" || typeof other !== "string") return null;
  return { slug, other, side: side === "after" ? "after" : "before" };
}
