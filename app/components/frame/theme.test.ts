import { expect, test } from "vitest";
import { themeOf, themeScript } from "./theme";

test.each([
  ["", "system"],
  ["theme=dark", "dark"],
  ["a=1; theme=light; b=2", "light"],
  ["a=1; theme=system", "system"],
  ["theme=sepia", "system"],
  ["mytheme=dark", "system"],
])("cookies %j choose %s", (cookies, theme) => expect(themeOf(cookies)).toBe(theme));

test("the script darkens only where the system decides and prefers dark", () => {
  const darkened = (cookie: string, prefersDark: boolean) => {
    const classes: string[] = [];
    const document = { cookie, documentElement: { classList: { add: (name: string) => classes.push(name) } } };
    new Function("document", "matchMedia", themeScript)(document, () => ({ matches: prefersDark }));
    return classes.includes("dark");
  };
  expect(darkened("", true)).toBe(true);
  expect(darkened("", false)).toBe(false);
  expect(darkened("a=1; theme=system", true)).toBe(true);
  expect(darkened("a=1; theme=light", true)).toBe(false);
});
