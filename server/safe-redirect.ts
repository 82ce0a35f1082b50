/**
 * The path to go to after signing in, when it is one of ours; otherwise `fallback`. It must stay on this origin however
 * a browser reads it: `//evil.example`, a backslash (read as a slash), a tab or line break inside (dropped before
 * parsing) and an encoded slash right at the start are all refused rather than repaired.
 */
export function safeRedirect(wanted: string | null | undefined, fallback = "/"): string {
  if (!wanted || wanted.length > MAX_LENGTH || !OWN_PATH.test(wanted)) return fallback;
  const resolved = new URL(wanted, BASE);
  if (resolved.origin !== BASE || resolved.pathname.startsWith("//")) return fallback;
  return resolved.pathname + resolved.search + resolved.hash;
}

const MAX_LENGTH = 2_000;
/** Never sent anywhere: only there so that a path can be resolved the way a browser would. */
const BASE = "https://own.invalid";
/** One slash, then neither a second one nor an encoded one; printable ASCII without backslashes, raw or encoded. */
const OWN_PATH = /^\/(?![/\\]|%2f|%5c)(?!.*%5c)[!-[\]-~]*$/i;
