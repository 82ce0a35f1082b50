import type { Sample } from "../../../core/live-object";

/** What a template's page answers: how its upstream answered, and what was said, so that nothing typed is lost. */
export interface TemplateResult {
  readonly answers: Readonly<Record<string, string>>;
  /** Undefined where the template asks no upstream. */
  readonly sample?: Sample;
  /** What went wrong on our own side. */
  readonly problem?: string;
}
