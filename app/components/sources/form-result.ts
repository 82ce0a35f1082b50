import type { Sample } from "../../../core/live-object";
import type { FormErrors } from "./form-errors";
import type { PlanValues } from "./plan-values";
import type { SourceValues } from "./source-values";

/**
 * What the server says of a form that it did not save. `sample` is there when the draft was just tried, and `tested` is
 * the name of that draft.
 */
export interface FormResult {
  readonly values: SourceValues;
  readonly errors: FormErrors;
  readonly plan?: PlanValues;
  readonly sample?: Sample;
  readonly tested?: string;
}
