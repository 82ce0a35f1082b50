/** `npm run prove` does the whole; `npm test` a cut of it, with the same seed each time. */
const isWhole = process.env.DELTABOARD_PROVE === "1";

const given = process.env.DELTABOARD_SEED;

export const size = isWhole
  ? {
      sockets: 500,
      streams: 50,
      pollers: 50,
      writers: 8,
      events: 10_000,
      eventsOverNewBuild: 1_000,
      strikesOfEach: 3,
      histories: 20,
      pages: 20,
      every: 120,
    }
  : {
      sockets: 60,
      streams: 6,
      pollers: 6,
      writers: 4,
      events: 1_000,
      eventsOverNewBuild: 100,
      strikesOfEach: 1,
      histories: 1,
      pages: 6,
      every: 30,
    };

/** Of the commits, and of the faults: not of the moments in which they meet. */
export const seed = given === undefined ? (isWhole ? Date.now() % 2 ** 31 : 1) : Number(given);
