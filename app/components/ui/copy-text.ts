/** Copies a text; false where the browser lets no page copy: over plain http, or where a person forbade it. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
