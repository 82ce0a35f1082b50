import { Database } from "lucide-react";
import { createElement } from "react";
import { kinds } from "./kinds";

/** The picture of a kind of source, for the eye only. */
export function KindIcon({ kind }: { kind: string }) {
  const icon = kinds.find((one) => one.kind === kind)?.icon ?? Database;
  return createElement(icon, { "aria-hidden": true, className: "size-4 shrink-0 text-muted" });
}
