import { Search } from "lucide-react";
import { Form, useSubmit } from "react-router";

/** Shows the sources whose name has this in it: while typing, and without JavaScript by Enter. */
export function SourceFilter({ value }: { value: string }) {
  const submit = useSubmit();
  return (
    <Form
      role="search"
      onChange={(event) => void submit(event.currentTarget, { replace: true, preventScrollReset: true })}
      className="relative w-55 phone:w-full"
    >
      <Search aria-hidden className="pointer-events-none absolute inset-y-0 left-2.5 my-auto size-4 text-faint" />
      <input
        type="search"
        name="q"
        aria-label="Filter sources"
        placeholder="Filter by name"
        defaultValue={value}
        autoComplete="off"
        className="h-(--control) w-full rounded-6 border border-line-control bg-panel pr-2 pl-8 text-strong placeholder:text-faint phone:h-(--thumb) phone:text-16"
      />
    </Form>
  );
}
