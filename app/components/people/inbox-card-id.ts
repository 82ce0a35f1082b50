/** The header's layer with what was said to the reader. */
export const INBOX_CARD = "inbox";
