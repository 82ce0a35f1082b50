/**
 * What would let a text look like something else than it is: control characters but line ends and tabs, and the marks
 * that embed, override or isolate a direction (Unicode UAX #9), by which a line can be shown backwards or run on past its
 * end. Marks that only hint at a direction stay, since right-to-left texts need them.
 */
const DECEIVING = /(?![\n\t])\p{Cc}|[\u202a-\u202e\u2066-\u2069]/gu;
const LINE_END = /\r\n|[\r\u0085\u2028\u2029]/g;
/** More than one empty line in a row. */
const EMPTY_LINES = /\n[ \t]*(?:\n[ \t]*){2,}/g;

/** A text as it is kept: to be shown as text only. Empty where nothing of it can be seen. */
export function cleanText(text: string): string {
  const clean = text.replace(LINE_END, "\n").replace(DECEIVING, "").replace(EMPTY_LINES, "\n\n").trim();
  return /[^\s\p{Cf}]/u.test(clean) ? clean : "";
}
