import { refusal } from "./refusal";

const READS = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Against forged requests: whatever may change something must come from our own pages. Browsers send Origin with every
 * POST; a foreign one, `null` (a sandboxed frame, a redirect from elsewhere) and none at all are refused alike, by
 * throwing a 403.
 */
export function requireOwnOrigin(request: Request, baseUrl: string): void {
  if (READS.has(request.method)) return;
  if (request.headers.get("Origin") === baseUrl) return;
  throw refusal("wrong_origin", `This form belongs to ${baseUrl}. Open the page there and send it again.`);
}
