import type { Sample } from "../../../core/live-object";
import type { FormErrors } from "./form-errors";
import type { SourceValues } from "./source-values";

/**
 * What the server says of a form that it did not save. `tested` names the draft that was tried last; `sample` is there
 * when that was just now.
 */
export interface FormResult {
  readonly values: SourceValues;
  readonly errors: FormErrors;
  readonly sample?: Sample;
  readonly tested?: string;
}
