import { openBare, openLive } from "./live-socket";
import { type Member, signUp } from "./member";
import type { ServedWorker } from "./served-worker";

/** Below the product's limit of 20 sockets a person. */
const SOCKETS_A_MEMBER = 20;

/** The owner and so many members of one workspace that they can hold `sockets` open. */
export async function gatherMembers(app: ServedWorker, sockets: number): Promise<Member[]> {
  const owner = await signUp(app, "ada@example.org");
  const guests = Array.from({ length: Math.ceil(sockets / SOCKETS_A_MEMBER) - 1 }, (_, i) => `guest-${i}`);
  if (guests.length === 0) return [owner];
  // No page invites yet: the rows are written as better-auth writes them.
  const rows = guests.map(
    (name) =>
      `INSERT INTO invitation (id, organization_id, email, role, status, expires_at, inviter_id)
       SELECT '${name}', organization_id, '${name}@example.org', 'viewer', 'pending', ${Date.now() + 3_600_000}, user_id FROM member;`,
  );
  await app.sql(rows.join("\n"));
  const members = [owner];
  for (const name of guests) members.push(await signUp(app, `${name}@example.org`, name));
  return members;
}

interface Arrivals {
  readonly times: number[];
  /** Characters of what came, all of it ASCII. */
  readonly bytes: number;
}

/** Readers side by side, who tell when a text with a certain mark has come to each of them. */
export class Crowd {
  readonly #sockets: WebSocket[] = [];
  #waiting: { mark: string; times: number[]; bytes: number; all: (arrivals: Arrivals) => void } | undefined;

  /** Opens readers until there are `count`, or closes those over it. */
  async resize(count: number, open: (i: number, crowd: Crowd) => Promise<WebSocket>): Promise<void> {
    for (const socket of this.#sockets.splice(count)) socket.close();
    while (this.#sockets.length < count) this.#sockets.push(await open(this.#sockets.length, this));
  }

  /** Resolves when every reader has had a text with this mark. To be called before it can come. */
  everybodyHas(mark: string): Promise<Arrivals> {
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`${mark} has not reached everybody in 10 s`)), 10_000);
      const all = (arrivals: Arrivals) => {
        clearTimeout(late);
        resolve(arrivals);
      };
      this.#waiting = { mark, times: [], bytes: 0, all };
    });
  }

  readonly hear = (text: string, at: number): void => {
    const waiting = this.#waiting;
    if (!waiting || !text.includes(waiting.mark)) return;
    waiting.times.push(at);
    waiting.bytes += text.length;
    if (waiting.times.length < this.#sockets.length) return;
    this.#waiting = undefined;
    waiting.all(waiting);
  };
}

/** Readers of the keys of one source, spread over the members. */
export const productReader =
  (app: ServedWorker, members: readonly Member[], keys: string[]) => (i: number, crowd: Crowd) => {
    const member = members[Math.floor(i / SOCKETS_A_MEMBER)];
    if (!member) throw new Error(`there is nobody to open socket ${i}`);
    return openLive(app, member, keys, crowd.hear);
  };

export const bareReader = (bare: ServedWorker) => (_: number, crowd: Crowd) => openBare(bare, crowd.hear);
