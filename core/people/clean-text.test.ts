import { expect, test } from "vitest";
import { cleanText } from "./clean-text";
import { mentioned } from "./mentioned";

test.each<[string, string, string]>([
  ["line ends are all of one kind", "a\r\nb\rc\u2028d", "a\nb\nc\nd"],
  ["control characters go, a tab stays", "a\u0000\u001b[31mb\tc\u007f", "a[31mb\tc"],
  ["what turns the direction goes, what hints at it stays", "a\u202etxt.exe\u2066b\u200fc", "atxt.exeb\u200fc"],
  ["a row of empty lines is one", "a\n\n\n \n\nb\n\nc", "a\n\nb\n\nc"],
  ["nothing around it", " \n a b \t", "a b"],
  ["what cannot be seen is nothing", "\u200b \u2060\ufeff", ""],
  ["pictures of several characters are whole", "\u{1f469}\u200d\u{1f680}", "\u{1f469}\u200d\u{1f680}"],
  ["markup is text", "<b>&amp;</b>", "<b>&amp;</b>"],
])("[PE6] %s", (_, text, clean) => expect(cleanText(text)).toBe(clean));

const members = ["Ann", "Anna", "Anna Berg", "Zoë", "Ann"].map((name, i) => ({
  id: `u${i}`,
  name,
  role: "viewer" as const,
}));

test.each<[string, string[]]>([
  ["@Anna Berg, look", ["u2"]],
  ["hello @anna!", ["u1"]],
  ["@Anna Bergen", ["u1"]],
  ["@ann", ["u0", "u4"]],
  ["@Annabel", []],
  ["mail me at bob@Anna.example", []],
  ["(@ZOË) and @Anna and @Anna", ["u3", "u1"]],
  ["@ Anna @", []],
])("[PE7] %s names %j", (text, ids) => expect(mentioned(text, members).map(({ id }) => id)).toEqual(ids));
