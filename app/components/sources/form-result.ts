import type { Sample } from "../../../core/live-object";
import type { FormErrors } from "./form-errors";
import type { SourceValues } from "./source-values";

/**
 * What the server says of a form that it did not save. `sample` is there when the draft was just tried, and `tested` is
 * the name of that draft.
 */
export interface FormResult {
  readonly values: SourceValues;
  readonly errors: FormErrors;
  readonly sample?: Sample;
  readonly tested?: string;
}
