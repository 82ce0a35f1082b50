export const themes = ["light", "dark", "system"] as const;
export type Theme = (typeof themes)[number];

const COOKIE = "theme";
const DARK = "(prefers-color-scheme: dark)";

/** What the reader chose, from a Cookie header or `document.cookie`; "system" until they choose. */
export function themeOf(cookies: string): Theme {
  const found = new RegExp(`(?:^|;\\s*)${COOKIE}=([a-z]*)`).exec(cookies)?.[1];
  return themes.find((theme) => theme === found) ?? "system";
}

/**
 * For the document's head, before anything is drawn: what the system prefers is known to the browser alone, so the
 * server's `<html class>` can only carry an explicit choice.
 */
export const themeScript = `if(!/(^|; )${COOKIE}=(light|dark)/.test(document.cookie)&&matchMedia("${DARK}").matches)document.documentElement.classList.add("dark")`;

/** Puts a theme on the page and remembers it for the next one. */
export function chooseTheme(theme: Theme): void {
  document.cookie = `${COOKIE}=${theme}; path=/; max-age=31536000; samesite=lax`;
  showTheme(theme);
}

/** Follows the system while that is the choice. Returns how to stop. */
export function followSystem(): () => void {
  const query = matchMedia(DARK);
  const follow = () => showTheme(themeOf(document.cookie));
  query.addEventListener("change", follow);
  return () => query.removeEventListener("change", follow);
}

/** Paper is light, whatever the screen is. Returns how to stop. */
export function lightOnPaper(): () => void {
  const left = new AbortController();
  addEventListener("beforeprint", () => showTheme("light"), { signal: left.signal });
  addEventListener("afterprint", () => showTheme(themeOf(document.cookie)), { signal: left.signal });
  return () => left.abort();
}

function showTheme(theme: Theme): void {
  const dark = theme === "dark" || (theme === "system" && matchMedia(DARK).matches);
  document.documentElement.classList.toggle("dark", dark);
}
