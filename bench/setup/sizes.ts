import { brotliCompressSync, constants, gzipSync } from "node:zlib";

/** Bytes as they are, by gzip 6 and by brotli 5: what servers and proxies use on the fly. */
export interface Sizes {
  readonly plain: number;
  readonly gzip: number;
  readonly brotli: number;
}

export function sizesOf(body: Buffer): Sizes {
  const brotli = brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });
  return { plain: body.length, gzip: gzipSync(body).length, brotli: brotli.length };
}

export function sum(all: readonly Sizes[]): Sizes {
  const total = (of: keyof Sizes) => all.reduce((bytes, one) => bytes + one[of], 0);
  return { plain: total("plain"), gzip: total("gzip"), brotli: total("brotli") };
}

/** A page's text in what is drawn and what its inline scripts carry: the data for the browser's half. */
export function htmlParts(html: string): { readonly markup: string; readonly data: string } {
  const data = [...html.matchAll(/<script\b[^>]*>([\s\S]*?)<\/script>/g)].map(([, inside]) => inside).join("");
  return { markup: html.replace(/<script\b[^>]*>[\s\S]*?<\/script>/g, ""), data };
}
