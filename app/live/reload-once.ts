import { PROTOCOL_VERSION } from "../../core/protocol/version";
import { controlsOf, hasUnsavedInput, type InputState } from "./unsaved-input";

/** The versions and builds that this tab was, when it was loaded again for being another one than the server. */
const RELOADED = "deltaboard.reloaded";

export interface ReloadPorts {
  readonly controls: () => Iterable<InputState>;
  /** The tab's own storage. Throws where a browser's settings forbid it. */
  readonly storage: () => Pick<Storage, "getItem" | "setItem">;
  readonly reload: () => void;
}

/**
 * Loads the page again, which is of another version than the server. Once a tab and version: a server that goes on
 * giving out pages of a version that it does not speak would have them reload for ever. Not while a form holds input,
 * nor where what has happened cannot be remembered: the page then leaves it to the person.
 */
export function reloadOnce(
  { controls, storage, reload }: ReloadPorts,
  version: number | string = PROTOCOL_VERSION,
): void {
  if (hasUnsavedInput(controls()) || !isFirst(storage, String(version))) return;
  reload();
}

export const browserReload: ReloadPorts = {
  controls: () => controlsOf(document),
  storage: () => window.sessionStorage,
  reload: () => window.location.reload(),
};

function isFirst(storage: ReloadPorts["storage"], version: string): boolean {
  try {
    const before = storage().getItem(RELOADED)?.split(" ") ?? [];
    if (before.includes(version)) return false;
    storage().setItem(RELOADED, [...before, version].join(" "));
    return true;
  } catch {
    // SecurityError or QuotaExceededError.
    return false;
  }
}
