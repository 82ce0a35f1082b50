import { useEffect, useEffectEvent, useRef } from "react";
import { useSearchParams } from "react-router";
import { isExact, isPattern } from "../../../core/keys/pattern";
import { fetchKeys } from "../key-list/fetch-keys";
import { panelFor } from "./add-panel";
import type { PanelSteps } from "./use-panel-steps";

/** Where a key's page sends somebody to put it on this board (`?edit=1&add=key`): a panel of it, once, and unsaved. */
export function useAddFromAddress({ slug, steps }: { slug: string; steps: PanelSteps }): void {
  const [search, setSearch] = useSearchParams();
  const key = search.get("add");
  const taken = useRef<string | null>(null);
  const take = useEffectEvent(async (asked: string) => {
    const question = { asked, sort: "name", from: 0, count: 100 } as const;
    const answer = isExact(asked) ? await fetchKeys(slug, question, AbortSignal.timeout(5_000)) : null;
    const found = answer?.keys.find((one) => one.key === asked) ?? null;
    const [added] = steps.add([panelFor({ key: asked, found })]);
    if (added) steps.open(added.id);
    setSearch((before) => without(before, "add"), { replace: true });
  });
  useEffect(() => {
    if (key === null || taken.current === key || !isPattern(key)) return;
    taken.current = key;
    void take(key);
  }, [key]);
}

function without(search: URLSearchParams, name: string): URLSearchParams {
  const next = new URLSearchParams(search);
  next.delete(name);
  return next;
}
