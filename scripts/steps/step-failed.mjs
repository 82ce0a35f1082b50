/** A step that failed for a reason a person can act on: `message` says what to do, without a stack trace. */
export class StepFailed extends Error {
  /**
   * @param {string} message one or two plain sentences
   * @param {string} [output] what the tool printed
   */
  constructor(message, output = "") {
    super(message);
    this.name = "StepFailed";
    this.output = output;
  }
}
