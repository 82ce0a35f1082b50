import { sourceOf } from "../keys/name";
import { isExact, matches } from "../keys/pattern";
import { SubscriptionIndex } from "../keys/subscription-index";
import type { Clock, Logger } from "../ports";
import type { KeyState } from "../protocol/snapshot";
import type { ChangeSet, Commit } from "../store/store";
import type { AlertAct } from "./act";
import { acted } from "./acted";
import { judge, type Sight } from "./judge";
import { type AlertMemory, newMemory } from "./memory";
import { nextLookAt } from "./next-look";
import { type AlertRule, alertKey } from "./rule";
import { shownState } from "./shown-state";
import { isMissing, isStale, type SourceAge, staleAt } from "./staleness";

/** A rule, and what is known of it; null while its source is not there. */
export interface Kept {
  readonly rule: AlertRule;
  readonly memory: AlertMemory | null;
}

export interface AlertsPorts {
  readonly clock: Clock;
  readonly logger: Pick<Logger, "error">;
  get(key: string): Pick<KeyState, "value"> | undefined;
  keysOf(first: string): readonly string[];
  ageOf(slug: string): SourceAge;
  commit(change: ChangeSet): void;
  save(kept: Kept): void;
  forget(id: string): void;
  /** Something is due at another time now. */
  rearm(): void;
}

/** A judgement that could not be kept is made again after so long (milliseconds), whatever comes. */
const AGAIN = 1_000;

/** Keys that a rule is to be judged by; null for all that it is about. */
type Asked = ReadonlySet<string> | null;

/** Judges each rule when keys that it is about change, and when time alone changes how it stands. */
export class Alerts {
  readonly #ports: AlertsPorts;
  readonly #rules = new Map<string, Kept>();
  /** The ids of the rules that are about a key, and about a source. */
  #byKey = new SubscriptionIndex<string>();
  readonly #bySource = new Map<string, Set<string>>();
  /** By a rule's id: whether its source was stale when it was last judged by that. */
  readonly #stale = new Map<string, boolean | null>();
  /** All of it is to be judged: at first, after a change of the rules, and where a judgement could not be kept. */
  #isBehind = true;

  constructor(ports: AlertsPorts, kept: readonly Kept[]) {
    this.#ports = ports;
    for (const one of kept) this.#take(one);
  }

  /** Takes the rules over. What is known of one that was changed stays, as far as it is still so. */
  setRules(rules: readonly AlertRule[]): void {
    const before = new Map(this.#rules);
    this.#rules.clear();
    this.#bySource.clear();
    this.#byKey = new SubscriptionIndex();
    for (const rule of rules) {
      const known = before.get(rule.id);
      const kept = { rule, memory: known?.memory ?? null };
      this.#take(kept);
      if (JSON.stringify(known?.rule) !== JSON.stringify(rule)) this.#ports.save(kept);
      before.delete(rule.id);
    }
    for (const id of before.keys()) this.#ports.forget(id);
    this.#isBehind = true;
    this.tick();
  }

  /** Whether a rule needs what the source brings, even if nobody watches. */
  watches(slug: string): boolean {
    return this.#bySource.has(slug);
  }

  /** A step of the store is durable: the rules about its keys are judged. Never throws. */
  committed({ changed, removed }: Pick<Commit, "changed" | "removed">): void {
    if (this.#rules.size === 0) return;
    if (this.#isBehind) return this.tick();
    const asked = new Map<string, Set<string> | null>();
    for (const key of [...changed.map((one) => one.key), ...removed]) {
      for (const id of this.#bySource.get(slugOfState(key)) ?? []) asked.set(id, null);
      for (const id of this.#byKey.wanting(key)) {
        if (asked.get(id) !== null) asked.set(id, (asked.get(id) ?? new Set()).add(key));
      }
    }
    if (asked.size > 0) this.#settle(asked);
  }

  /** Judges what is due. Never throws. */
  tick(): void {
    const now = this.#ports.clock.now();
    const isDue = ({ rule, memory }: Kept) => {
      const at = memory && nextLookAt(rule, memory);
      return (at !== null && at <= now) || this.#hasTurned(rule, now);
    };
    const due = [...this.#rules.values()].filter((kept) => this.#isBehind || isDue(kept));
    if (due.length > 0 || this.#isBehind) this.#settle(new Map(due.map(({ rule }) => [rule.id, null])));
  }

  /** When the alarm should ring for the rules' sake. */
  nextLook(): number | null {
    const now = this.#ports.clock.now();
    if (this.#isBehind) return now + AGAIN;
    const times = [...this.#rules.values()].flatMap(({ rule, memory }) => {
      const stale = rule.condition.is === "stale" ? staleAt(this.#ports.ageOf(sourceOf(rule.key))) : null;
      return [memory && nextLookAt(rule, memory), stale !== null && stale > now ? stale : null];
    });
    return times.reduce((a, b) => (a === null || b === null ? (a ?? b) : Math.min(a, b)), null);
  }

  /**
   * Somebody does something about these rules, as one commit; false where there is none of them. What is so already, or
   * over, is no fault. Throws what the storage throws.
   */
  act(ids: readonly string[], act: AlertAct, by: string): boolean {
    const at = this.#ports.clock.now();
    const all = [...new Set(ids)].flatMap((id) => {
      const kept = this.#rules.get(id);
      const now = kept && this.#judged(kept, null, at);
      return kept && now ? [{ rule: kept.rule, now, memory: acted(now, act, by, at) }] : [];
    });
    const news = all.filter(({ now, memory }) => memory !== now);
    if (news.length > 0) this.#keep(news, at);
    return all.length > 0;
  }

  #take(kept: Kept): void {
    const { id, key } = kept.rule;
    const slug = sourceOf(key);
    this.#rules.set(id, kept);
    this.#byKey.add(id, key);
    this.#bySource.set(slug, (this.#bySource.get(slug) ?? new Set()).add(id));
  }

  #settle(asked: ReadonlyMap<string, Asked>): void {
    const at = this.#ports.clock.now();
    const isAll = this.#isBehind;
    this.#isBehind = false;
    try {
      const next = [...asked].flatMap(([id, keys]) => {
        const kept = this.#rules.get(id);
        return kept ? [{ rule: kept.rule, memory: this.#judged(kept, keys, at) }] : [];
      });
      this.#keep(next, at, isAll);
    } catch (cause) {
      this.#isBehind = true;
      this.#ports.logger.error("alerts_unjudged", { cause: String(cause) });
      this.#ports.rearm();
    }
  }

  /** Makes durable what has changed: the states, which all may see, as one commit, and what the rules are judged on by. */
  #keep(next: readonly Kept[], at: number, isAll = false): void {
    const ports = this.#ports;
    const news = next.filter(({ rule, memory }) => isAll || this.#rules.get(rule.id)?.memory !== memory);
    const orphans = isAll ? this.#orphans() : [];
    const writes = news.flatMap(({ rule, memory }) => (memory ? [stateOf(rule, memory)] : []));
    const gone = news.filter(({ memory }) => memory === null).map(({ rule }) => alertKey(rule));
    const removes = [...orphans, ...gone.filter((key) => ports.get(key) !== undefined)];
    if (writes.length + removes.length > 0) ports.commit({ at, writes, removes, lastCheck: null, interval: 0 });
    for (const kept of news) {
      if (this.#rules.get(kept.rule.id)?.memory !== kept.memory) ports.save(kept);
      this.#rules.set(kept.rule.id, kept);
    }
    if (news.length > 0) ports.rearm();
  }

  /** States of rules that are no more, or are about another source now. */
  #orphans(): string[] {
    const wanted = new Set([...this.#rules.values()].map(({ rule }) => alertKey(rule)));
    return this.#ports.keysOf("$alerts").filter((key) => !wanted.has(key));
  }

  #judged({ rule, memory }: Kept, keys: Asked, at: number): AlertMemory | null {
    const slug = sourceOf(rule.key);
    const age = this.#ports.ageOf(slug);
    if (keys === null) this.#stale.set(rule.id, isStale(age, "", at));
    if (age.source === undefined) return null;
    const known = memory ?? newMemory(at);
    // What the index found matches; what the rule knew before, or names, may not.
    const found = keys ?? this.#matching(rule);
    const others = keys === null ? [...Object.keys(known.held), ...exact(rule)] : [];
    const seen = new Map<string, Sight>();
    for (const key of others) seen.set(key, this.#sight(key, { rule, age, at, isMatch: matches(rule.key, key) }));
    for (const key of found) seen.set(key, this.#sight(key, { rule, age, at, isMatch: true }));
    const isAny = [...seen.values()].some(({ isThere }) => isThere);
    return judge(rule, known, { at, seen, matches: isAny || this.#matching(rule).length > 0 });
  }

  #matching({ key: pattern }: AlertRule): string[] {
    if (isExact(pattern)) return this.#ports.get(pattern) === undefined ? [] : [pattern];
    return this.#ports.keysOf(sourceOf(pattern)).filter((key) => matches(pattern, key));
  }

  #sight(key: string, look: { rule: AlertRule; age: SourceAge; at: number; isMatch: boolean }): Sight {
    const { rule, age, at, isMatch } = look;
    const value = isMatch ? this.#ports.get(key)?.value : undefined;
    const isThere = value !== undefined;
    if (rule.condition.is !== "stale") return { isThere, value: value ?? null, stale: null };
    if (isThere) return { isThere, value, stale: isStale(age, key, at) };
    return { isThere, value: null, stale: key === rule.key ? isMissing(age) : false };
  }

  /** Whether a source has become stale since a rule was judged by that, or was read again. */
  #hasTurned({ id, condition, key }: AlertRule, now: number): boolean {
    if (condition.is !== "stale") return false;
    return this.#stale.get(id) !== isStale(this.#ports.ageOf(sourceOf(key)), "", now);
  }
}

function stateOf(rule: AlertRule, memory: AlertMemory): ChangeSet["writes"][number] {
  return { key: alertKey(rule), value: shownState(rule, memory), meta: { kind: "value" } };
}

/** The key that is to be there, where the rule names one. */
function exact({ key }: AlertRule): string[] {
  return isExact(key) ? [key] : [];
}

/** The source whose state this key tells; empty for any other key. */
function slugOfState(key: string): string {
  return key.startsWith("$sources.") ? key.slice("$sources.".length) : "";
}
