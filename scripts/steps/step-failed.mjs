/** A step that failed for a reason a person can act on: `message` says what to do, without a stack trace. */
export class StepFailed extends Error {
  /**
   * @param {string} message one or two plain sentences
   * @param {string} [output] what the tool printed
   */
  constructor(message, output = "") {
    // Who prints an error prints its cause too: a test's report then says what the tool said.
    super(message, output ? { cause: new Error(output) } : undefined);
    this.name = "StepFailed";
    this.output = output;
  }
}
