import { MAX_PLACES, type Place } from "../../core/protocol/presence";
import type { Timers } from "./clock";
import type { OpenLine } from "./lines/line";

/** What changes within so many milliseconds is told at once: going from one field to the next is one move. */
const SOON = 300;

/** Where this page is, told anew on each line and whenever it changes. */
export class OwnPlaces {
  readonly #timers: Timers;
  readonly #places = new Set<Place>();
  #send: ((places: Place[]) => void) | null = null;
  /** What the line was last told, as text; "[]" is what it takes for granted. */
  #told = "[]";
  #waits = false;

  constructor(timers: Timers) {
    this.#timers = timers;
  }

  /** Until the returned call. */
  add(place: Place): () => void {
    // An object of its own: two components may be at one place.
    const own = { ...place };
    this.#places.add(own);
    this.#tellSoon();
    return () => {
      this.#places.delete(own);
      this.#tellSoon();
    };
  }

  /** The same lines, each of which is told where the page is once it is open. */
  on(openLine: OpenLine): OpenLine {
    return (events) => {
      const line = openLine({
        ...events,
        welcomed: (...welcome) => {
          events.welcomed(...welcome);
          this.#told = "[]";
          this.#send = (places) => line.send({ type: "presence", id: "places", places });
          this.#tell();
        },
        ended: (ending) => {
          this.#send = null;
          events.ended(ending);
        },
      });
      return {
        send: (frame) => line.send(frame),
        close: (code, reason) => {
          this.#send = null;
          line.close(code, reason);
        },
        giveUp: () => line.giveUp(),
        check: () => line.check(),
      };
    };
  }

  #tellSoon(): void {
    if (this.#waits) return;
    this.#waits = true;
    this.#timers.after(SOON, () => {
      this.#waits = false;
      this.#tell();
    });
  }

  #tell(): void {
    const places = shown([...this.#places]);
    const text = JSON.stringify(places);
    if (this.#send === null || text === this.#told) return;
    this.#told = text;
    this.#send(places);
  }
}

/** Of each board the places at its panels, or the board alone where there is none. */
function shown(places: readonly Place[]): Place[] {
  const exact = places.filter(({ panel }) => panel !== undefined);
  const bare = places.filter(({ board, panel }) => panel === undefined && !exact.some((one) => one.board === board));
  const texts = new Set([...exact, ...bare].map((place) => JSON.stringify(place)));
  return [...exact, ...bare].filter((place) => texts.delete(JSON.stringify(place))).slice(0, MAX_PLACES);
}
