import type { ReactNode } from "react";

/** A cell that says on a phone, where there is no head, what it holds. */
export function Cell({ label, children }: { label: string; children: ReactNode }) {
  return (
    <td className="px-2 whitespace-nowrap text-body phone:flex phone:min-h-8 phone:items-center phone:justify-between phone:gap-4 phone:p-0">
      <span aria-hidden className="hidden text-12 text-faint phone:inline">
        {label}
      </span>
      <span className="min-w-0">{children}</span>
    </td>
  );
}
