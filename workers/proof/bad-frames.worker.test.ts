import { runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { expect, test, vi } from "vitest";
import type { BadFrame } from "../../core/proof/testing/bad-frame";
import { badFrames, sentTo } from "../../core/proof/testing/bad-frames";
import { writable, writableStream } from "../../core/proof/testing/odd-writes";
import { parseCursor } from "../../core/protocol/cursor";
import type { Down } from "../../core/protocol/down";
import { readAs } from "../../core/schema/read-as";
import { socketAttachment } from "../do/socket-attachment";
import { commit, commitChange } from "../testing/commit";
import { connect, owner, type Reader } from "../testing/socket";
import { addEditable } from "../testing/sources";

/** Sockets open at a time. */
const BATCH = 40;
const settled = (check: () => void | Promise<void>) => vi.waitFor(check, { timeout: 5_000, interval: 5 });
const batches = Array.from({ length: Math.ceil(badFrames.length / BATCH) }, (_, i) =>
  badFrames.slice(i * BATCH, (i + 1) * BATCH),
);

interface Scene {
  readonly id: string;
  readonly witness: Reader;
  /** Of the keys that people write. */
  readonly rev: number;
}

async function room(): Promise<Scene> {
  const id = `w-${crypto.randomUUID()}`;
  await addEditable(id, "list");
  const writes = Object.entries(writable).map(([key, value]) => ({ key, value, meta: { kind: "value" as const } }));
  const appends = [{ key: writableStream, events: [], meta: { kind: "stream" as const } }];
  const made = await commitChange(id, { writes, appends });
  const witness = await connect(id, { ...owner, userId: "witness" });
  witness.subscribe(["*", "$sources.*"]);
  await settled(() => expect(witness.of("snapshot")).toHaveLength(1));
  return { id, witness, rev: made?.cursor.seq ?? 0 };
}

/** Commits, and waits until the witness has it. */
async function step({ id, witness }: Scene, n: number): Promise<void> {
  await commit(id, { "a.x": n, "b.y": n, "$inbox.other": n });
  await settled(() => expect(witness.of("data_update").at(-1)?.updates[0]).toMatchObject({ value: n }));
}

/** Everything the object keeps on disk. */
function rows(id: string): Promise<unknown> {
  return runInDurableObject(env.DASHBOARD.getByName(id), (_, { storage }) => {
    const tables = storage.sql.exec<{ name: string }>("SELECT name FROM sqlite_master WHERE type = 'table'").toArray();
    return tables
      .filter(({ name }) => !name.startsWith("_cf"))
      .map(({ name }) => [name, storage.sql.exec(`SELECT * FROM "${name}"`).toArray()]);
  });
}

/** How many patterns the object keeps for the sockets of these people. */
function patterns(id: string, people: readonly string[]): Promise<number[]> {
  return runInDurableObject(env.DASHBOARD.getByName(id), (_, state) =>
    people.map((person) => {
      const [socket] = state.getWebSockets(`u:${person}`);
      return readAs(socketAttachment, socket?.deserializeAttachment())?.patterns.length ?? 0;
    }),
  );
}

/** Sends the frame on a socket of its own, then one that is right, and says what came back before the answer to that. */
async function attack({ id, rev }: Scene, person: string, bad: BadFrame) {
  const reader = await connect(id, { ...owner, userId: person, sessionId: person });
  reader.acks = false;
  await settled(() => expect(reader.of("welcome")).toHaveLength(1));
  const cursor = parseCursor(reader.of("welcome")[0]?.cursor ?? "");
  reader.socket.send(sentTo({ epoch: "", seq: 0, ...cursor, rev }, bad));
  reader.socket.send('{"type":"unsubscribe","id":"end","keys":["z"]}');
  await settled(() => expect(reader.closed !== null || reader.of("unsubscribed").at(-1)?.id === "end").toBe(true));
  const answers = reader.heard.filter((frame) => !isBeside(frame));
  if (answers.length > 1) throw new Error(`${bad.name} is answered twice`);
  return { ...inWords(answers[0]), ...(reader.closed ? { closes: reader.closed.code } : {}) };
}

function isBeside(frame: Down): boolean {
  return frame.type === "welcome" || frame.type === "bye" || (frame.type === "unsubscribed" && frame.id === "end");
}

function inWords(answer: Down | undefined) {
  if (answer?.type === "error") return { error: answer.code };
  if (answer?.type === "snapshot") return { snapshot: answer.reason };
  return { says: answer?.type ?? "nothing" };
}

/** What a reader heard, without what differs from one object and one moment to the next. */
function plain({ heard }: Reader): string[] {
  return heard.map((frame) =>
    JSON.stringify(frame, (name, value: unknown) =>
      ["id", "at", "timestamp", "serverTime"].includes(name)
        ? null
        : typeof value === "string"
          ? value.replace(/^[a-z]{8}:/, "")
          : value,
    ),
  );
}

test("[X1 X2] the whole corpus against the real object: each gets its answer, nothing is kept, nobody else notices", async () => {
  const [scene, control] = [await room(), await room()];
  for (const [number, batch] of batches.entries()) {
    for (const one of [scene, control]) await step(one, number);
    const before = await rows(scene.id);
    const people = batch.map((_, i) => `p${number}-${i}`);
    const outcomes = await Promise.all(batch.map((bad, i) => attack(scene, people[i] ?? "", bad)));
    expect(outcomes.map((outcome, i) => [batch[i]?.name, outcome])).toEqual(
      batch.map(({ name, outcome }) => [name, outcome]),
    );
    expect(await rows(scene.id)).toEqual(before);
    const held = await patterns(scene.id, people);
    expect(held.filter((count, i) => count > 0 && "error" in (batch[i]?.outcome ?? {}))).toEqual([]);
  }
  for (const one of [scene, control]) await step(one, batches.length);
  expect(scene.witness.closed).toBeNull();
  expect(plain(scene.witness)).toEqual(plain(control.witness));
}, 60_000);
