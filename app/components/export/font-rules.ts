/**
 * The page's font faces as CSS whose fonts are in the text itself: a picture made of a page may load nothing. Only faces
 * that the page has used, so that a panel in Latin letters carries no Cyrillic.
 */
export async function fontRules(): Promise<string> {
  const used = [...document.fonts].filter(({ status }) => status === "loaded");
  const rules = [...document.styleSheets].flatMap((sheet) =>
    [...sheet.cssRules].filter((rule) => rule instanceof CSSFontFaceRule).map((rule) => ({ rule, sheet })),
  );
  const wanted = rules.filter(({ rule: { style } }) => {
    const family = unquoted(style.getPropertyValue("font-family"));
    const range = style.getPropertyValue("unicode-range");
    return used.some((face) => unquoted(face.family) === family && sameRange(face.unicodeRange, range));
  });
  return (await Promise.all(wanted.map(({ rule, sheet }) => withFont(rule, sheet.href ?? location.href)))).join("\n");
}

async function withFont({ cssText }: CSSFontFaceRule, base: string): Promise<string> {
  const [whole, address = ""] = /url\("?([^")]+)"?\)/.exec(cssText) ?? [];
  if (whole === undefined) return cssText;
  const response = await fetch(new URL(address, base));
  return cssText.replace(whole, `url("${await dataUrl(await response.blob())}")`);
}

function dataUrl(font: Blob): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const reader = new FileReader();
  reader.onload = () => resolve(typeof reader.result === "string" ? reader.result : "");
  reader.onerror = () => reject(reader.error ?? new Error("A font could not be read."));
  reader.readAsDataURL(font);
  return promise;
}

function unquoted(family: string): string {
  return family.replaceAll(/["']/g, "").trim();
}

/** Browsers write ranges in their own letter case and spacing. */
function sameRange(one: string, other: string): boolean {
  const plain = (range: string) => range.toLowerCase().replaceAll(/\s+|u\+0*(?=[0-9a-f])/g, "");
  return other === "" || plain(one) === plain(other);
}
