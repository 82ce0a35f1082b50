import { Database } from "lucide";
import { Icon } from "../ui/icon";
import { kinds } from "./kinds";

/** The picture of a kind of source, for the eye only. */
export function KindIcon({ kind }: { kind: string }) {
  return <Icon of={kinds.find((one) => one.kind === kind)?.icon ?? Database} className="shrink-0 text-muted" />;
}
