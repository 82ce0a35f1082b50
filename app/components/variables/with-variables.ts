import { boardWithValues } from "../../../core/boards/board-with-values";
import { VariableBar } from "./variable-bar";

export const withVariables = { boardWithValues, VariableBar };
