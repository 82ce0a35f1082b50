import { afterAll, beforeAll, expect, test } from "vitest";
import { Dice } from "./dice";
import { strikes, Weather } from "./network/weather";
import { Crowd } from "./readers/crowd";
import { say } from "./say";
import { seed, size } from "./size";
import { Stage } from "./workspace/stage";
import { Truth } from "./workspace/truth";
import { Books } from "./writers/books";
import { Writer } from "./writers/writer";

let stage: Stage;
const dice = new Dice(seed);

beforeAll(async () => {
  stage = await Stage.set(dice.fork(), ["shop", "log"]);
}, 120_000);
afterAll(() => stage?.strike(), 60_000);

test(`whatever befalls server and network, everybody ends with what was acknowledged (DELTABOARD_SEED=${seed})`, async () => {
  const { server, proxy, home } = stage;
  const own = Number(new URL(server.url).port);
  const key = await home.makeKey("readers");
  const crowd = new Crowd(proxy.port, size, [home.browser, { Authorization: `Bearer ${key}` }], dice.fork());
  await crowd.come();
  const books = new Books();
  const writers = await writersOf(books);
  const weather = new Weather(server, proxy, dice.fork());
  const order = dice.shuffled(Array.from({ length: size.strikesOfEach }, () => strikes).flat());
  const each = size.events / size.writers / order.length;
  const shares = order.map((_, i) => Math.round(each * (i + 1)) - Math.round(each * i));
  for (const [i, strike] of order.entries()) {
    const begun = performance.now();
    const work = Promise.all(writers.map((writer) => writer.work(shares[i] ?? 0)));
    await Promise.all([work, weather.strike(strike)]);
    say(`${strike}: ${seconds(begun)}, ${JSON.stringify(books.counts)}`);
    expect(crowd.faults).toEqual([]);
  }
  for (const writer of writers) writer.stop();
  const done = performance.now();
  const truth = await Truth.ask(own, key);
  await crowd.converge(truth);
  say(`converged ${seconds(done)} later, at ${truth.cursor}; ends: ${JSON.stringify(crowd.ends)}`);
  expect(crowd.faults).toEqual([]);
  expect(books.audit(truth.cursor, truth.values)).toEqual([]);
  crowd.go();
}, 3_600_000);

async function writersOf(books: Books): Promise<Writer[]> {
  let taken = 0;
  const take = (count: number) => Array.from({ length: count }, () => taken++);
  const { every } = size;
  const writers: Writer[] = [];
  for (let i = 0; i < size.writers; i++) {
    const name = `w${i}`;
    // One each: a key is answered 600 times a minute.
    const key = await stage.home.makeKey(name);
    writers.push(new Writer({ name, port: stage.proxy.port, key, dice: dice.fork(), books, take, every }));
  }
  return writers;
}

const seconds = (begun: number) => `${((performance.now() - begun) / 1_000).toFixed(1)} s`;
