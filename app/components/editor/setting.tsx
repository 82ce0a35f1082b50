import { type ReactNode, useId } from "react";

interface SettingProps {
  readonly title: string;
  readonly note?: ReactNode;
  readonly children: ReactNode;
}

/** A part of the drawer, under its own heading. */
export function Setting({ title, note, children }: SettingProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="grid gap-2 border-t border-line p-4">
      <h3 id={id} className="flex items-baseline justify-between text-12 font-medium text-strong">
        {title}
        {note === undefined ? null : <span className="font-regular text-faint">{note}</span>}
      </h3>
      {children}
    </section>
  );
}
