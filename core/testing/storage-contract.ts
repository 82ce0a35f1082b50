import { expect, test } from "vitest";
import type { PageRow, Storage } from "../store/storage";

/** What every storage must do; run against the fake in memory and against SQLite in the object. */
export function storageContract(open: () => Storage | Promise<Storage>, reopen: (storage: Storage) => Storage): void {
  const page = (id: number, body = "{}"): PageRow => ({ id, slug: "node", seq: id, body });

  test("[ST1] a storage that was never written has no epoch, no pages and horizon 0", async () => {
    expect((await open()).read()).toEqual({ epoch: null, horizon: 0, pages: [] });
  });

  test("[ST2] what a write returned from is read back by a new instance", async () => {
    const storage = await open();
    storage.write({ epoch: "abcdefgh", pages: [page(1), page(2, '{"a":"ü"}')] });
    expect(reopen(storage).read()).toEqual({ epoch: "abcdefgh", horizon: 0, pages: [page(1), page(2, '{"a":"ü"}')] });
  });

  test("[ST3] a page replaces the page with its id; others, epoch and horizon stay", async () => {
    const storage = await open();
    storage.write({ epoch: "abcdefgh", pages: [page(1), page(2)] });
    storage.write({ horizon: 7, pages: [page(2, "new")] });
    expect(storage.read()).toEqual({ epoch: "abcdefgh", horizon: 7, pages: [page(1), page(2, "new")] });
  });

  test("[ST4] a new epoch begins with horizon 0 or the one it brings", async () => {
    const storage = await open();
    storage.write({ epoch: "abcdefgh", pages: [] });
    storage.write({ horizon: 5, pages: [] });
    expect(storage.read().horizon).toBe(5);
  });

  test("[ST5] what is read is a copy: changing it changes nothing", async () => {
    const storage = await open();
    storage.write({ epoch: "abcdefgh", pages: [page(1)] });
    Object.assign(storage.read().pages[0] ?? {}, { body: "changed" });
    expect(storage.read().pages).toEqual([page(1)]);
  });
}
