import { SUBPROTOCOL } from "../../../core/protocol/version";
import type { OpenLine } from "../lines/line";
import { TabLine } from "./tab-line";
import type { TabsPorts } from "./tabs-ports";

/** Whose tabs share a line: ids. */
export interface Sharers {
  readonly workspace: string;
  readonly person: string;
}

/** One line for all tabs of this browser that show a person the same workspace; one each where it cannot be shared. */
export function shareLine(ports: TabsPorts, { workspace, person }: Sharers, openLine: OpenLine): OpenLine {
  const name = `${SUBPROTOCOL}:${workspace}:${person}`;
  return (events) => (ports.canShare() ? new TabLine(ports, name, person, openLine, events) : openLine(events));
}
