import { canonical } from "../../core/delta/canonical";
import type { Json } from "../../core/json";
import { matches } from "../../core/keys/pattern";
import type { Held } from "../../core/proof/testing/reference-copy";
import { ask } from "../network/ask";
import { until } from "../until";

interface Shown {
  readonly key: string;
  readonly value: Json;
  readonly rev: number;
  readonly kind: string;
  readonly changed: number;
}
interface Page {
  readonly cursor: string;
  readonly keys: readonly Shown[];
  readonly next: string | null;
}

/** What the HTTP API says that there is, asked past all bad networks, while nobody writes. */
export class Truth {
  readonly cursor: string;
  readonly values: ReadonlyMap<string, Json>;
  readonly #told: ReadonlyMap<string, string>;

  private constructor(cursor: string, keys: readonly Shown[]) {
    this.cursor = cursor;
    this.values = new Map(keys.map(({ key, value }) => [key, value]));
    this.#told = new Map(keys.map((one) => [one.key, line(one, canonical(one.value))]));
  }

  /**
   * Asks until copies agree with it. Nobody writes any more, but the state of a source may still move.
   *
   * @param port of the server itself
   * @param key an API key's text
   * @param differs what is not as it should be, null where all is
   */
  static async agreed(port: number, key: string, differs: (truth: Truth) => string | null): Promise<Truth> {
    const asked: Truth[] = [];
    await until(async () => {
      const truth = await Truth.#ask(port, key);
      if (truth !== null) asked.push(truth);
      return truth === null ? "one answer at one commit" : differs(truth);
    });
    const agreed = asked.at(-1);
    if (!agreed) throw new Error("the truth was not asked for");
    return agreed;
  }

  /** Null where something was committed between two of its questions, or the key has asked too often. */
  static async #ask(port: number, key: string): Promise<Truth | null> {
    const pages: Page[] = [];
    for (const pattern of ["*", "$sources.*"]) {
      for (let after: string | null = ""; after !== null; after = pages.at(-1)?.next ?? null) {
        const query = new URLSearchParams({ pattern, limit: "1000", ...(after === "" ? {} : { after }) });
        const headers = { Authorization: `Bearer ${key}` };
        const answer = await ask({ port, path: `/api/v1/keys?${query}`, headers, within: 30_000 });
        if (answer?.status === 429) return null;
        if (answer?.status !== 200) throw new Error(`the keys were answered ${answer?.status}: ${answer?.body}`);
        pages.push(JSON.parse(answer.body) as Page);
      }
    }
    const cursors = new Set(pages.map(({ cursor }) => cursor));
    const [cursor] = cursors;
    if (cursor === undefined || cursors.size > 1) return null;
    return new Truth(
      cursor,
      pages.flatMap(({ keys }) => keys),
    );
  }

  /** The first thing in which a copy is not what is there of these patterns; null where it is that. */
  differs(copy: ReadonlyMap<string, Held>, patterns: readonly string[]): string | null {
    let expected = 0;
    for (const [key, told] of this.#told) {
      if (!patterns.some((pattern) => matches(pattern, key))) continue;
      expected += 1;
      const held = copy.get(key);
      if (!held) return `${key} is missing`;
      const { rev, at, meta, text } = held;
      if (told !== line({ key, rev, kind: meta.kind, changed: at }, text))
        return `${key} is ${text.slice(0, 200)} at ${rev}`;
    }
    return copy.size === expected ? null : `it holds ${copy.size} keys, and ${expected} are there`;
  }
}

function line({ key, rev, kind, changed }: Omit<Shown, "value">, text: string): string {
  return `${key} ${rev} ${changed} ${kind} ${text}`;
}
