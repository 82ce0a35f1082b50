/**
 * Chance without a memory: what comes up depends on the seed and on what is asked for, and on nothing else. So a value
 * can be worked out for any moment, without those before it.
 */
export class Dice {
  readonly #seed: number;

  constructor(seed: string) {
    this.#seed = hash(seed);
  }

  /** Of [0, 1), for a name and a place in its sequence. */
  at(name: string, place: number): number {
    return mix(mix(this.#seed ^ hash(name)) ^ place) / 2 ** 32;
  }

  /**
   * A number that wanders without leaps, mostly within -1 and 1: noise of several wave lengths, the longest of which is
   * `span` milliseconds.
   */
  walk(name: string, time: number, span: number): number {
    let sum = 0;
    for (let octave = 0; octave < OCTAVES; octave++) {
      sum += this.#wave(`${name} ${octave}`, (time / span) * 4 ** octave) / 2 ** octave;
    }
    return sum;
  }

  /** Between two throws it goes over smoothly. */
  #wave(name: string, x: number): number {
    const place = Math.floor(x);
    const part = x - place;
    const ease = part * part * (3 - 2 * part);
    return 2 * (this.at(name, place) * (1 - ease) + this.at(name, place + 1) * ease) - 1;
  }
}

/** Four to the sixth is 4,096: a span of a day has waves down to 20 s. */
const OCTAVES = 7;

/** FNV-1a over the text's code units, 32 bits. */
function hash(text: string): number {
  let found = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) found = Math.imul(found ^ text.charCodeAt(i), 0x01000193);
  return found >>> 0;
}

/** The finishing step of MurmurHash3, 32 bits: one bit of what goes in turns half of what comes out. */
function mix(value: number): number {
  let found = value | 0;
  found = Math.imul(found ^ (found >>> 16), 0x85ebca6b);
  found = Math.imul(found ^ (found >>> 13), 0xc2b2ae35);
  return (found ^ (found >>> 16)) >>> 0;
}
