/** A fresh one for each response: 128 bits that no injected script can guess. */
export function makeNonce(): string {
  return btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))));
}

/** On every answer of the app, pages and data alike. */
export const everywhere = {
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "strict-origin-when-cross-origin",
} as const;

/**
 * The page's policy. Scripts run by nonce only; styles may be inline, because charts and React set style attributes.
 * The socket's address is named too: not every browser lets `'self'` cover ws: and wss:.
 */
export function contentSecurityPolicy(nonce: string, baseUrl: string): string {
  return [
    "default-src 'self'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    `connect-src 'self' ${baseUrl.replace(/^http/, "ws")}`,
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'self'",
    "form-action 'self'",
  ].join("; ");
}
