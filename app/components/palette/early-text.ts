/** Text that was typed while there was no field for it yet; Enter is a line break in it. */
export class EarlyText {
  #text = "";

  add(text: string): void {
    this.#text += text;
  }

  /** Hands it over, once. */
  take(): string {
    const text = this.#text;
    this.#text = "";
    return text;
  }
}
