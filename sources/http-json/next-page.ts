import type { OwnJson } from "../json-copy";
import { compileExpression, ExpressionError } from "../mapping/expression";
import { nextLink } from "./next-link";
import { withParameter } from "./request";
import type { Pages } from "./settings";

/** Where the page after this one is; null after the last. Throws ExpressionError, with why it cannot be told. */
export function nextPage(pages: Pages, page: { url: string; body: OwnJson; link: string | undefined }): string | null {
  const next = addressOf(pages, page);
  if (next === null) return null;
  // Headers and parameters may hold credentials of this server's.
  if (next.origin === URL.parse(page.url)?.origin) return next.href;
  throw new ExpressionError("the next page is on another server, and is not read");
}

function addressOf(
  pages: Pages,
  { url, body, link }: { url: string; body: OwnJson; link: string | undefined },
): URL | null {
  if (pages.by === "header") {
    const target = nextLink(link);
    return target === null ? null : URL.parse(target, url);
  }
  const found = compileExpression(pages.expression).find(body);
  if (found === null || found === "" || found === false) return null;
  if (typeof found !== "string" && typeof found !== "number") {
    throw new ExpressionError(`${pages.expression} finds neither a text nor a number`);
  }
  return pages.by === "cursor"
    ? URL.parse(withParameter(url, pages.parameter, String(found)))
    : URL.parse(String(found), url);
}
