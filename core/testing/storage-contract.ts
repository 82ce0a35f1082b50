import { expect, test } from "vitest";
import type { PageRow, Storage } from "../store/storage";

/** A storage that was never written, and what a test does around it. */
export interface FreshStorage {
  readonly storage: Storage;
  /** What a new instance after a crash is built on. */
  readonly reopen: () => Storage;
  /** The rows that were set aside, in the order they were. */
  readonly aside: () => PageRow[];
}

/**
 * What every storage must do; run against the fake in memory and against SQLite in the object. `run` hands a test's
 * body a storage of its own.
 */
export function storageContract(run: (body: (fresh: FreshStorage) => void) => Promise<void> | void): void {
  const page = (id: number, body = "{}"): PageRow => ({ id, slug: "node", seq: id, body });
  const check = (name: string, body: (fresh: FreshStorage) => void) => test(name, () => run(body));

  check("[ST1] a storage that was never written has no epoch, no pages and horizon 0", ({ storage }) => {
    expect(storage.read()).toEqual({ epoch: null, horizon: 0, pages: [] });
  });

  check("[ST2] what a write returned from is read back by a new instance", ({ storage, reopen }) => {
    storage.write({ epoch: "abcdefgh", pages: [page(1), page(2, '{"a":"ü"}')] });
    expect(reopen().read()).toEqual({ epoch: "abcdefgh", horizon: 0, pages: [page(1), page(2, '{"a":"ü"}')] });
  });

  check("[ST3] a page replaces the page with its id; others, epoch and horizon stay", ({ storage }) => {
    storage.write({ epoch: "abcdefgh", pages: [page(1), page(2)] });
    storage.write({ horizon: 7, pages: [page(2, "new")] });
    expect(storage.read()).toEqual({ epoch: "abcdefgh", horizon: 7, pages: [page(1), page(2, "new")] });
  });

  check(
    "[ST4] an epoch begins with horizon 0; one that is written later is kept until the next epoch",
    ({ storage, reopen }) => {
      storage.write({ epoch: "abcdefgh", pages: [page(1)] });
      storage.write({ horizon: 5, pages: [] });
      expect(storage.read().horizon).toBe(5);
      storage.write({ epoch: "ijklmnop", pages: [] });
      expect(reopen().read()).toEqual({ epoch: "ijklmnop", horizon: 0, pages: [page(1)] });
    },
  );

  check("[ST5] what is read is a copy: changing it changes nothing", ({ storage }) => {
    storage.write({ epoch: "abcdefgh", pages: [page(1)] });
    Object.assign(storage.read().pages[0] ?? {}, { body: "changed" });
    expect(storage.read().pages).toEqual([page(1)]);
  });

  check("[ST6] rows set aside are kept, each of them, and are no pages", ({ storage, reopen, aside }) => {
    storage.write({ epoch: "abcdefgh", pages: [page(1, "old")] });
    storage.write({ epoch: "ijklmnop", pages: [page(1)], aside: [page(1, "old")] });
    storage.write({ epoch: "qrstuvwx", pages: [], aside: [page(1, "older"), page(2, "\u0000")] });
    expect(aside()).toEqual([page(1, "old"), page(1, "older"), page(2, "\u0000")]);
    expect(reopen().read()).toEqual({ epoch: "qrstuvwx", horizon: 0, pages: [page(1)] });
  });

  check("[ST7] a row holds 1.5 MB", ({ storage, reopen }) => {
    const large = page(1, "ü".repeat(750_000));
    storage.write({ epoch: "abcdefgh", pages: [large] });
    expect(reopen().read().pages).toEqual([large]);
  });
}
