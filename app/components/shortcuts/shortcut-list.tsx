import { Fragment } from "react";
import { Dialog } from "../ui/dialog";
import type { Shortcut } from "./keyboard";
import { keyboard } from "./use-shortcut";

const groups: readonly Shortcut["group"][] = ["Everywhere", "Board", "Editing"];

/** What the keys do on the page that is open. */
export default function ShortcutList({ open, setOpen }: { open: boolean; setOpen: (open: boolean) => void }) {
  const all = keyboard.list();
  return (
    <Dialog title="Keyboard shortcuts" open={open} setOpen={setOpen}>
      {groups.map((group) => {
        const own = all.filter((one) => one.group === group);
        if (own.length === 0) return null;
        return (
          <section key={group} className="grid gap-1">
            <h3 className="text-12 text-faint">{group}</h3>
            <dl className="grid grid-cols-[1fr_auto] items-center gap-x-6 gap-y-1.5">
              {own.map(({ keys, does }) => (
                <Fragment key={keys}>
                  <dt className="text-body">{does}</dt>
                  <dd className="flex gap-1">
                    <Keys keys={keys} />
                  </dd>
                </Fragment>
              ))}
            </dl>
          </section>
        );
      })}
      <p className="text-12 text-muted">None of them works while you type.</p>
    </Dialog>
  );
}

function Keys({ keys }: { keys: string }) {
  return keys.split(/[ +]/).map((key) => (
    <kbd
      key={key}
      className="min-w-6 rounded-4 border border-line-strong bg-well px-1.5 py-0.5 text-center text-strong"
    >
      {key === "mod" ? modKey() : key.length === 1 ? key.toUpperCase() : key}
    </kbd>
  ));
}

function modKey(): string {
  return /Mac|iPhone|iPad/.test(navigator.userAgent) ? "⌘" : "Ctrl";
}
