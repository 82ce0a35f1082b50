import { afterAll, beforeAll, expect, test } from "vitest";
import { Dice } from "./dice";
import { strikes, Weather } from "./network/weather";
import { Crowd } from "./readers/crowd";
import { Page } from "./readers/page";
import { say } from "./say";
import { seed, size } from "./size";
import { spreadOf } from "./spread-of";
import { until } from "./until";
import { Stage } from "./workspace/stage";
import { Truth } from "./workspace/truth";
import { Books } from "./writers/books";
import { Writer } from "./writers/writer";

const dice = new Dice(seed);
const books = new Books();
const writers: Writer[] = [];
let stage: Stage;
let crowd: Crowd;
let key: string;

beforeAll(async () => {
  stage = await Stage.set(dice.fork(), ["shop", "log"]);
  const { home, proxy } = stage;
  key = await home.makeKey("readers");
  crowd = new Crowd(proxy.port, size, [home.browser, { Authorization: `Bearer ${key}` }], dice.fork());
  await crowd.come();
  let taken = 0;
  const take = (count: number) => Array.from({ length: count }, () => taken++);
  for (let i = 0; i < size.writers; i++) {
    const name = `w${i}`;
    // One each: a key is answered 600 times a minute.
    const own = await home.makeKey(name);
    writers.push(new Writer({ name, port: proxy.port, key: own, dice: dice.fork(), books, take, every: size.every }));
  }
}, 300_000);

afterAll(async () => {
  crowd?.go();
  for (const writer of writers) writer.stop();
  await stage?.strike();
}, 60_000);

/** Everybody holds what is there, and what is there is what was acknowledged. */
async function settle(pages: readonly Page[]): Promise<void> {
  const begun = performance.now();
  const own = Number(new URL(stage.server.url).port);
  const truth = await Truth.agreed(own, key, (there) => {
    const page = pages.map(({ copy, order }) => there.differs(copy, order.patterns)).find((one) => one !== null);
    return crowd.differs(there) ?? page ?? null;
  });
  say(`converged ${seconds(performance.now() - begun)} later, at ${truth.cursor}: ${JSON.stringify(crowd.ends)}`);
  expect([...crowd.faults, ...pages.flatMap(({ faults }) => faults)]).toEqual([]);
  expect(books.audit(truth.cursor, truth.values)).toEqual([]);
}

test(`[I1 I2 I5 I6] whatever befalls server and network, everybody ends with what was acknowledged (DELTABOARD_SEED=${seed})`, async () => {
  const weather = new Weather(stage.server, stage.proxy, dice.fork());
  const order = dice.shuffled(Array.from({ length: size.strikesOfEach }, () => strikes).flat());
  const each = (size.events - size.eventsOverNewBuild) / size.writers / order.length;
  for (const [i, strike] of order.entries()) {
    const begun = performance.now();
    const share = Math.round(each * (i + 1)) - Math.round(each * i);
    await Promise.all([weather.strike(strike), ...writers.map((writer) => writer.work(share))]);
    say(`${strike}: ${seconds(performance.now() - begun)}, ${JSON.stringify(books.counts)}`);
    expect(crowd.faults).toEqual([]);
  }
  await settle([]);
}, 3_600_000);

test(`[I1 I5] a new build under connected clients: all come back, spread out, and none loses anything (DELTABOARD_SEED=${seed})`, async () => {
  const { home, proxy, server } = stage;
  const patterns = ["shop.*", "list.*", "log.short.*"];
  const pages = Array.from(
    { length: size.pages },
    () => new Page({ port: proxy.port, headers: home.browser, patterns }),
  );
  for (const page of pages) page.come();
  await until(() => (pages.every(({ isLive }) => isLive) ? null : "a page that is not live"));
  const work = Promise.all(writers.map((writer) => writer.work(size.eventsOverNewBuild / size.writers)));
  let [gone, up] = [0, 0];
  await proxy.refusing(async () => {
    await server.stop();
    gone = performance.now();
    await server.restart(stage.newBuild());
    up = performance.now();
  });
  say(`another build answers ${seconds(up - gone)} after the last one ended`);
  await until(() => crowd.readers.find(({ cameAt, toldAt }) => cameAt < up || toldAt === 0)?.order.name ?? null);
  const isBack = ({ isLive, cameAt }: Page) => isLive && cameAt > up;
  await until(() => (pages.every(isBack) ? null : "a page that is not live again"));
  say(`all are live again ${seconds(performance.now() - up)} after that`);
  await work;
  const came = spreadOf([...crowd.readers, ...pages].map(({ cameAt }) => cameAt - up));
  say(`came back ${came.words}; the first page: ${pages[0]?.history.join(", ")}`);
  expect(came.busiest, "share that comes within a quarter of a second").toBeLessThan(0.5);
  await settle(pages);
  for (const page of pages) page.go();
}, 600_000);

const seconds = (milliseconds: number) => `${(milliseconds / 1_000).toFixed(1)} s`;
