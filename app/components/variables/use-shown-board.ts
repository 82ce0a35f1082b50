import { replaceEqualDeep } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { useSearchParams } from "react-router";
import { askedIn, parameterOf } from "../../../core/boards/asked-values";
import type { BoardWithValues } from "../../../core/boards/board-with-values";
import type { KeysOf } from "../../../core/boards/chosen-values";
import type { BoardDocument } from "../../../core/boards/document";
import { keysPatterns } from "../../../core/boards/patterns";
import { cacheKeys } from "../../live/cache-keys";
import { useLiveClient } from "../../live/live-context";
import { useEntries } from "../../live/use-entry";
import { useLoaded } from "../loadable/use-loaded";
import { hasVariables } from "./has-variables";
import { KeysSeen } from "./keys-seen";
import { variableCode } from "./variable-code";

interface Shown extends BoardWithValues {
  readonly keysOf: KeysOf;
}

/** By pattern: the keys that were there when the page was made. */
type Painted = Readonly<Record<string, readonly string[]>>;

/**
 * A board with the values of its variables that the page's address asks for. Only panels that another value, or a key
 * that came, makes another are other objects than before.
 */
export function useShownBoard(document: BoardDocument, isEditing: boolean, painted: Painted): Shown {
  const code = useLoaded(hasVariables(document) ? variableCode : null);
  const [search] = useSearchParams();
  const keysOf = useKeysOf(document, painted);
  // Other parts of the address, as the range is, make no other board.
  const asked = (document.variables ?? [])
    .flatMap(({ name }) => search.getAll(parameterOf(name)).map((value) => [parameterOf(name), value]))
    .map((pair) => new URLSearchParams([pair]).toString())
    .join("&");
  const made = useMemo(
    () =>
      code?.boardWithValues(document, askedIn(new URLSearchParams(asked)), keysOf, isEditing) ??
      withoutValues(document),
    [code, document, asked, keysOf, isEditing],
  );
  const [held, hold] = useState(made.document);
  const shown = useMemo(() => replaceEqualDeep(held, made.document), [held, made]);
  if (shown !== held) hold(shown);
  return { ...made, document: shown, keysOf };
}

function withoutValues(document: BoardDocument): BoardWithValues {
  return { document, subscribed: document, capped: [], chosen: new Map(), refused: [] };
}

/** Rendered anew when a key comes that says of a value, not when one of them changes. */
function useKeysOf({ variables }: BoardDocument, painted: Painted): KeysOf {
  const { workspaceId } = useLiveClient();
  const patterns = useMemo(() => [...new Set(keysPatterns(variables ?? []))], [variables]);
  const lists = useEntries<readonly string[]>(patterns.map((pattern) => cacheKeys.matching(workspaceId, pattern)));
  const [seen] = useState(() => new KeysSeen());
  return seen.of(
    patterns,
    patterns.map((pattern, i) => [...(painted[pattern] ?? []), ...(lists[i] ?? [])]),
  );
}
