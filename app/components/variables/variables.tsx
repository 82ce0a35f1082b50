import { useLoaded } from "../loadable/use-loaded";
import { hasVariables } from "./has-variables";
import type { VariableBarProps } from "./variable-bar";
import { variableCode } from "./variable-code";

/** What a reader of the board chooses, where there is anything to choose. */
export function Variables(props: VariableBarProps) {
  const code = useLoaded(hasVariables(props.document) ? variableCode : null);
  return code ? <code.VariableBar {...props} /> : null;
}
