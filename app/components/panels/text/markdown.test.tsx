import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { Markdown } from "./markdown";
import { safeAddress } from "./safe-address";

const html = (text: string) => renderToStaticMarkup(<Markdown text={text} />);

/** Ways in that worked on others: OWASP's list, and advisories about Markdown in dashboards. */
const attacks = [
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  "<svg/onload=alert(1)>",
  '<a href="javascript:alert(1)">x</a>',
  "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
  "<details open ontoggle=alert(1)>",
  "<style>@import 'https://evil.example'</style>",
  "[x](javascript:alert(1))",
  "[x](JaVaScRiPt:alert(1))",
  "[x](java\tscript:alert(1))",
  "[x](&#106;avascript:alert(1))",
  "[x](javascript&colon;alert(1))",
  "[x](\u0001javascript:alert(1))",
  "[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
  "[x](vbscript:msgbox(1))",
  "[x](file:///etc/passwd)",
  "[x](blob:https://evil.example/1)",
  "<javascript:alert(1)>",
  "![x](javascript:alert(1))",
  '![x](x "onerror=alert(1)")',
  '[x](https://example.org "\\" onclick=\\"alert(1)")',
  "[x]: javascript:alert(1)\n\n[x]",
  "| <img src=x onerror=alert(1)> |\n|---|\n| <script>alert(1)</script> |",
  "[^1]\n\n[^1]: <script>alert(1)</script>",
  "`<script>alert(1)</script>`",
  "https://example.org/<script>alert(1)</script>",
];

test.each(attacks)("[PK8] %s stays words", (attack) => {
  const made = html(attack);
  const tags = [...made.matchAll(/<([a-z0-9]+)([^>]*)>/g)];
  expect(tags.map(([, name]) => name)).not.toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^(?:script|img|svg|iframe|style|object|embed|form|input|details)$/),
    ]),
  );
  for (const [, , attributes = ""] of tags) {
    const names = [...attributes.replaceAll(/="[^"]*"/g, "").matchAll(/[\w-]+/g)].map(([name]) => name);
    expect(names.filter((name) => /^on|^style$|^src/.test(name))).toEqual([]);
  }
  for (const [, address = ""] of made.matchAll(/href="([^"]*)"/g)) {
    expect(URL.parse(address, "https://here.invalid")?.protocol).toMatch(/^(?:https?|mailto):$/);
  }
});

test("[PK8] links lead by http, https and mailto, or within this site; outside ones tell nothing of where they were", () => {
  expect(html("[a](https://example.org) [b](/w/x) [d](//example.org/x) [c](mailto:a@b.c)")).toBe(
    '<div class="prose px-3 pb-3 wrap-anywhere text-body"><p>' +
      '<a href="https://example.org" rel="noopener noreferrer nofollow" target="_blank">a</a> ' +
      '<a href="/w/x">b</a> ' +
      '<a href="//example.org/x" rel="noopener noreferrer nofollow" target="_blank">d</a> ' +
      '<a href="mailto:a@b.c" rel="noopener noreferrer nofollow" target="_blank">c</a></p></div>',
  );
  expect(["ftp://a", "javascript:1", " javascript:1", "//evil.example/x", "x/y"].map(safeAddress)).toEqual([
    "",
    "",
    "",
    "//evil.example/x",
    "x/y",
  ]);
});

test("[PK8] an image is a link with its words: the board of another asks no server by itself", () => {
  expect(html("![A map](https://example.org/map.png)")).toContain(">A map</a>");
  expect(html("[![A map](https://a.example/map.png)](https://b.example)").match(/<a /g)).toHaveLength(1);
  expect(html("![](https://example.org/map.png)")).toContain(">Image</a>");
});

test("headings stand below the panel's own, tasks are ticked in words too, tables and strikes are drawn", () => {
  const made = html("# One\n\n### Three\n\n- [x] done\n- [ ] open\n\n~~gone~~\n\n|a|\n|-|\n|1|");
  expect(made).toContain("<h3>One</h3>");
  expect(made).toContain("<h4>Three</h4>");
  expect(made).toContain("Done: </span>");
  expect(made).toContain("To do: </span>");
  expect(made).toContain("<del>gone</del>");
  expect(made).toContain("<td>1</td>");
});
