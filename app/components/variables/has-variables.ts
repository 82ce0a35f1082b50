import type { BoardDocument } from "../../../core/boards/document";

export function hasVariables({ variables = [] }: BoardDocument): boolean {
  return variables.length > 0;
}
