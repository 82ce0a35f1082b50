import { useEffect } from "react";
import { Toaster, toast } from "sonner";
import { type Passing, waiting } from "./notify";

/** How long (milliseconds) a message stays, and one with something to press. */
const STAYS = 5_000;
const ACTION_STAYS = 10_000;
const ACTION_LEAST = 8_000;

const look = {
  "--normal-bg": "var(--raised)",
  "--normal-border": "var(--line-strong)",
  "--normal-text": "var(--text-strong)",
  "--border-radius": "var(--r8)",
  fontFamily: "inherit",
  zIndex: "var(--z-toast)",
};
const classNames = {
  toast: "shadow-float! text-13!",
  title: "font-medium! wrap-anywhere",
  description: "text-muted! wrap-anywhere",
  actionButton:
    "ml-auto! h-(--control)! rounded-6! border! border-line-strong! bg-panel! px-2.5! text-13! font-medium! text-body! hover:bg-hover! phone:h-(--thumb)!",
};

/** The messages that pass by, at the lower right; on a phone above the bar of places. */
export default function Toasts() {
  // After the effects of what is in it: from here on it hears.
  useEffect(() => {
    const show = () => waiting.take().forEach(showOne);
    show();
    return waiting.subscribe(show);
  }, []);
  return (
    <Toaster
      position="bottom-right"
      mobileOffset={{ bottom: 72 }}
      containerAriaLabel="Messages"
      style={look}
      toastOptions={{ classNames }}
    />
  );
}

function showOne({ words, more, action, stays, id }: Passing): void {
  const duration = action ? Math.max(stays ?? ACTION_STAYS, ACTION_LEAST) : (stays ?? STAYS);
  toast(words, {
    duration,
    ...(more !== undefined && { description: more }),
    ...(id !== undefined && { id }),
    ...(action && { action: { label: action.label, onClick: action.run } }),
  });
}
