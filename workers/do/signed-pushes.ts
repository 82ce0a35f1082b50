import { LiveError } from "../../core/errors";
import type { Json } from "../../core/json";
import type { Principal, SignedPush, WriteRequest, WriteResult } from "../../core/live-object";
import type { Clock } from "../../core/ports";
import { readAs } from "../../core/schema/read-as";
import type { SourceDefinition } from "../../core/sources/definition";
import { PUSH } from "../../core/sources/written";
import { pushSettings } from "../../sources/push/settings";
import { isSignedBy, isTimely, parseSignature, TOLERANCE } from "../../sources/push/signature";
import type { LiveEngine } from "./live-engine";
import { readPush } from "./read-push";
import type { SourceReader } from "./source-reader";
import { clock } from "./system";

/** Before the id of a source, where an API key has its id: ids hold no colon. */
const PREFIX = "hook:";
/** Signatures that are remembered at most: as many as may come in twice the tolerance at ten a second. */
const MOST_SEEN = 6_000;

export interface SignedPushPorts {
  readonly clock: Clock;
  readonly source: (slug: string) => SourceDefinition | undefined;
  /** A source's settings with its secrets open; null where one cannot be opened. */
  readonly open: (source: SourceDefinition) => Promise<Readonly<Record<string, Json>> | null>;
  readonly write: (principal: Principal, request: WriteRequest) => WriteResult;
}

/** Takes what is signed with a source's own secret, once: the same signature again is answered as the first time. */
export class SignedPushes {
  readonly #ports: SignedPushPorts;
  /** What each signature that may still come again was answered, and until when it may. */
  readonly #seen = new Map<string, { readonly until: number; readonly answer: WriteResult }>();

  constructor(ports: SignedPushPorts) {
    this.#ports = ports;
  }

  async push(slug: string, { body, signature: header, once }: SignedPush): Promise<WriteResult> {
    const now = this.#ports.clock.now();
    const source = this.#ports.source(slug);
    const signature = parseSignature(header);
    const secret = source?.kind === PUSH && source.enabled ? await this.#secretOf(source) : null;
    // One answer for all of these: what is wrong is nobody's business but the sender's, who can tell.
    if (!source || !signature || secret === null || !(await isSignedBy(secret, signature, body))) return WRONG;
    if (!isTimely(signature, now)) return LATE;
    const again = this.#seenBefore(signature.mac, now);
    if (again) return again;
    return this.#take(source, signature.mac, { body, once: once ?? signature.mac }, now);
  }

  #take(source: SourceDefinition, mac: string, sent: { body: string; once: string }, now: number): WriteResult {
    // More could not be told from repeats: nothing is taken until some of them are too old to come again.
    if (this.#seen.size >= MOST_SEEN) return refused(new LiveError("rate_limited", "Too many signed pushes."));
    const principal = { kind: "key", keyId: PREFIX + source.id, name: source.name, via: "webhook" } as const;
    const request = read(source.slug, sent.body);
    if (request instanceof LiveError) return refused(request);
    const answer = this.#ports.write(principal, { ...request, once: sent.once });
    if (answer.ok) this.#seen.set(mac, { until: now + 2 * TOLERANCE, answer: { ...answer, delivered: 0 } });
    return answer;
  }

  /** The answer to a signature that was taken; those that are too old to come again leave. */
  #seenBefore(mac: string, now: number): WriteResult | undefined {
    for (const [old, { until }] of this.#seen) {
      if (until > now) break;
      this.#seen.delete(old);
    }
    return this.#seen.get(mac)?.answer;
  }

  async #secretOf(source: SourceDefinition): Promise<string | null> {
    const signing = readAs(pushSettings, await this.#ports.open(source))?.signing;
    return typeof signing === "string" ? signing : null;
  }
}

/** Those of an object, which writes them as it writes what programs push. */
export function signedPushes(engine: Pick<LiveEngine, "refresher" | "room">, reader: SourceReader): SignedPushes {
  return new SignedPushes({
    clock,
    source: (slug) => engine.refresher.source(slug),
    open: (source) => reader.opened(source),
    write: (principal, request) => engine.room.writes.write(principal, request),
  });
}

function read(slug: string, body: string): WriteRequest | LiveError {
  try {
    return readPush(slug, body);
  } catch (error) {
    if (error instanceof LiveError) return error;
    throw error;
  }
}

function refused({ code, message }: LiveError): WriteResult {
  return { ok: false, code, message };
}

const WRONG = refused(new LiveError("unauthenticated", "This push is not signed by the source's secret."));
const LATE = refused(new LiveError("unauthenticated", "This push was signed more than five minutes ago, or ahead."));
