import { DurableObject } from "cloudflare:workers";
import type { AlertAct } from "../../core/alerts/act";
import { findKeys } from "../../core/keys/find-keys";
import type { FoundKeys, KeyQuestion } from "../../core/keys/found-keys";
import { logFor } from "../../core/keys/log-for";
import type {
  Changes,
  LiveObject,
  Principal,
  Said,
  Sample,
  SealResult,
  SignedPush,
  SourceHealth,
  WriteRequest,
  WriteResult,
} from "../../core/live-object";
import { parseCursor } from "../../core/protocol/cursor";
import type { KeyState } from "../../core/protocol/snapshot";
import type { Welcome } from "../../core/protocol/welcome";
import type { SourceDefinition, SourceDraft } from "../../core/sources/definition";
import type { ChangeSet, Commit } from "../../core/store/store";
import { readEnv } from "../../server/env";
import { LiveEngine } from "./live-engine";
import { type Callback, OtherWorkers, type Subscribed } from "./other-workers";
import { principalOf } from "./principal-of";
import { isPublic } from "./public-page";
import { readPeople, readSources, readUnknown } from "./read-model";
import { restoreKeys } from "./restore-keys";
import { rightsOf } from "./rights";
import { sampleSource } from "./sample-source";
import { type SignedPushes, signedPushes } from "./signed-pushes";
import { SourceReader } from "./source-reader";

/** One workspace, live: the platform's side of it. The rules are in core/, the adapters beside this file. */
export class DataDashboard extends DurableObject<Env> implements LiveObject {
  readonly #reader: SourceReader;
  readonly #engine: LiveEngine;
  readonly #otherWorkers: OtherWorkers;
  readonly #pushes: SignedPushes;

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    // Answered by the runtime without waking the object.
    ctx.setWebSocketAutoResponse(new WebSocketRequestResponsePair("ping", "pong"));
    this.#reader = new SourceReader(env, () => this.#engine.workspaceId);
    this.#engine = new LiveEngine(ctx, env, this.#reader);
    this.#otherWorkers = new OtherWorkers(this.#engine.room, readEnv(env).limits, this.#engine.places);
    this.#pushes = signedPushes(this.#engine, this.#reader);
  }

  override async fetch(request: Request): Promise<Response> {
    await this.#known();
    // In one turn with accepting it: no look at the rights may come between.
    this.#engine.rights.came(rightsOf(request));
    const { events, places, sockets } = this.#engine;
    const principal = principalOf(request);
    const refusal = places.refuse(principal);
    if (refusal !== null) return refusal;
    return request.headers.has("Upgrade") ? sockets.accept(principal) : events.open(request, principal);
  }

  /** What an object that woke up hears waits until rights are known again; those who wait go on in their order. */
  override async webSocketMessage(socket: WebSocket, message: string | ArrayBuffer): Promise<void> {
    const { workspaceId, rights } = this.#engine;
    const known = isPublic(workspaceId) ? null : rights.ready();
    if (known !== null) await known;
    const member = this.#engine.sockets.memberOf(socket);
    if (member) this.#engine.room.receive(member, typeof message === "string" ? message : "");
  }

  override webSocketClose(socket: WebSocket): void {
    this.#engine.sockets.forget(socket);
  }

  override webSocketError(socket: WebSocket): void {
    this.#engine.sockets.forget(socket);
  }

  override alarm(): void {
    this.#engine.rang();
  }

  async changesSince(
    principal: Principal,
    patterns: string[],
    since: string | null,
    follows: boolean = false,
  ): Promise<Changes> {
    await this.#known();
    return this.#engine.room.changesSince(principal, patterns, since === null ? null : parseCursor(since), follows);
  }

  async findKeys(principal: Principal, question: KeyQuestion): Promise<FoundKeys> {
    await this.#known();
    return findKeys(this.#engine.store, principal, question);
  }

  async logOf(principal: Principal, key: string) {
    await this.#known();
    return logFor(this.#engine.store, principal, key);
  }

  /** For other Workers of the account, who reach this by a binding of the operator's: docs/other-workers.md. */
  async subscribe(keys: string[], since: string | null, callback: Callback, as: string): Promise<Subscribed> {
    await this.#known();
    return this.#otherWorkers.subscribe(keys, since, callback, as);
  }

  async publish(write: WriteRequest, as: string): Promise<WriteResult> {
    await this.#known();
    return this.#otherWorkers.publish(write, as);
  }

  async write(principal: Principal, request: WriteRequest): Promise<WriteResult> {
    await this.#known();
    return this.#engine.room.writes.write(principal, request);
  }

  async pushSigned(slug: string, push: SignedPush): Promise<WriteResult> {
    await this.#known();
    return this.#pushes.push(slug, push);
  }

  async sample(draft: SourceDraft): Promise<Sample> {
    return sampleSource(this.#reader, draft);
  }

  async sealed(sourceId: string, settings: SourceDefinition["settings"], from?: string): Promise<SealResult> {
    return this.#reader.sealed(sourceId, settings, from);
  }

  async sourcesChanged(): Promise<void> {
    await readSources(this.#engine, this.env);
  }

  async sourcesHealth(slugs: string[]): Promise<Record<string, SourceHealth>> {
    await this.#known();
    return this.#engine.sourcesHealth(slugs);
  }

  async restoreKeys(slug: string, keys: KeyState[]): Promise<void> {
    restoreKeys(this.#engine, slug, keys);
  }

  async refreshNow(slug: string): Promise<void> {
    this.#engine.refresher.refreshNow(slug);
  }

  async sessionsEnded(sessionIds: string[]): Promise<number> {
    return this.#engine.places.sessionsEnded(sessionIds);
  }

  async membersChanged(userIds: string[]): Promise<number> {
    const closed = this.#engine.places.membersChanged(userIds);
    await readPeople(this.#engine);
    return closed;
  }

  async keysRevoked(keyIds: string[]): Promise<number> {
    return this.#engine.places.keysRevoked(keyIds);
  }

  async welcomeOf(principal: Principal): Promise<Welcome> {
    await this.#known();
    return this.#engine.room.welcomeOf(principal);
  }

  async say(principal: Principal, frame: Said, reader: string) {
    await this.#known();
    return this.#engine.say(principal, frame, reader);
  }

  async boardsChanged(): Promise<void> {
    await readPeople(this.#engine);
  }

  async rulesChanged(): Promise<void> {
    await this.#engine.alerts.read();
  }

  async actOnAlerts(rules: string[], act: AlertAct, by: string): Promise<boolean> {
    await this.#known();
    return this.#engine.alerts.act(rules, act, by);
  }

  async poke(): Promise<void> {
    await this.#known();
    this.#engine.look();
  }

  /** The way in for what is neither read from a source nor written by a reader, such as a measurement's pushes. */
  protected commit(change: ChangeSet): Commit | null {
    return this.#engine.room.commit(change);
  }

  #known(): Promise<void> {
    return readUnknown(this.#engine, this.env);
  }
}
