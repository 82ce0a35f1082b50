import { initials } from "./initials";

interface AvatarProps {
  name: string;
  /** Beside the name it is a picture only; alone it says whose it is. */
  label?: string;
}

/** A person as two letters in a circle. */
export function Avatar({ name, label }: AvatarProps) {
  return (
    <span
      {...(label === undefined ? { "aria-hidden": true } : { role: "img", "aria-label": label, title: label })}
      className="grid size-6 shrink-0 place-items-center rounded-full border border-line-strong bg-well text-[10px] leading-none font-medium tracking-tight text-muted"
    >
      {initials(name)}
    </span>
  );
}
