import { ChevronsUpDown } from "lucide";
import { type ComponentProps, type ReactNode, useId } from "react";
import { Glyph } from "./glyph";
import { Icon } from "./icon";

interface About {
  label: string;
  name: string;
  hint?: ReactNode;
  /** What is wrong and what to do; marks the field as invalid. */
  error?: ReactNode;
}

const control =
  "w-full min-w-0 rounded-6 border border-line-control bg-panel px-2.5 text-strong placeholder:text-faint focus-visible:outline-offset-[-1px] aria-invalid:border-failing aria-invalid:inset-ring aria-invalid:inset-ring-failing disabled:bg-well disabled:text-muted phone:text-16";
/** Of one line. */
const line = `${control} h-9 phone:h-(--thumb)`;

export function Field({
  label,
  name,
  hint,
  error,
  ...rest
}: About & Omit<ComponentProps<"input">, "className" | "id">) {
  const id = useId();
  return (
    <Frame id={id} label={label} hint={hint} error={error}>
      <input id={id} name={name} className={line} {...described(id, hint, error)} {...rest} />
    </Frame>
  );
}

/** Text of several lines. */
export function AreaField({
  label,
  name,
  hint,
  error,
  ...rest
}: About & Omit<ComponentProps<"textarea">, "className" | "id">) {
  const id = useId();
  return (
    <Frame id={id} label={label} hint={hint} error={error}>
      <textarea
        id={id}
        name={name}
        rows={5}
        className={`${control} py-2 font-mono text-12`}
        {...described(id, hint, error)}
        {...rest}
      />
    </Frame>
  );
}

export function SelectField({
  label,
  name,
  hint,
  error,
  ...rest
}: About & Omit<ComponentProps<"select">, "className" | "id">) {
  const id = useId();
  return (
    <Frame id={id} label={label} hint={hint} error={error}>
      <div className="relative">
        <select
          id={id}
          name={name}
          className={`${line} appearance-none pr-8`}
          {...described(id, hint, error)}
          {...rest}
        />
        <Icon
          of={ChevronsUpDown}
          className="pointer-events-none absolute inset-y-0 right-2.5 my-auto size-3.5 text-faint"
        />
      </div>
    </Frame>
  );
}

function described(id: string, hint: ReactNode, error: ReactNode) {
  const by = [error ? `${id}-error` : "", hint ? `${id}-hint` : ""].filter(Boolean).join(" ");
  return { ...(by && { "aria-describedby": by }), ...(error ? { "aria-invalid": true as const } : {}) };
}

function Frame({ id, label, hint, error, children }: Omit<About, "name"> & { id: string; children: ReactNode }) {
  return (
    <div className="grid content-start gap-1">
      <label htmlFor={id} className="font-medium text-body">
        {label}
      </label>
      {children}
      {error ? (
        <p id={`${id}-error`} className="flex gap-1.5 text-12 text-failing-text">
          <Glyph name="failing" className="mt-0.5" />
          <span className="min-w-0">{error}</span>
        </p>
      ) : null}
      {hint ? (
        <p id={`${id}-hint`} className="text-12 text-faint">
          {hint}
        </p>
      ) : null}
    </div>
  );
}
