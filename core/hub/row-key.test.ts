import { expect, test } from "vitest";
import { apply } from "../delta/apply";
import type { Json } from "../json";
import { Store } from "../store/store";
import { MemoryStorage } from "../testing/memory-storage";
import { type RowKeyOf, UpdateMaker } from "./make-updates";
import { merge } from "./merge";

const row = (sku: string, price: number) => ({ sku, price, name: `The article ${sku}`, maker: "Harbour & Sons" });
const before = ["A", "B", "C", "D", "E", "F"].map((sku) => row(sku, 1));
/** Sold out, put first, another price: without a name for the rows nearly all of it is new. */
const after = [row("F", 1), row("A", 1), row("C", 2), row("D", 1), row("E", 1)];

function update(rowKeyOf?: RowKeyOf) {
  const store = new Store(new MemoryStorage(), () => "abcdefgh");
  const commits = [before, after].map((value: Json) =>
    store.commit({
      at: 1,
      writes: [{ key: "shop.prices", value, meta: { kind: "value" } }],
      removes: [],
      lastCheck: null,
      interval: 0,
    }),
  );
  const last = commits.at(-1);
  if (!last) throw new Error("nothing changed");
  return new UpdateMaker(rowKeyOf).make(merge([last]), () => true)[0];
}

test("[D18] rows that another member tells apart travel as one small patch", () => {
  const patched = update((key) => (key === "shop.prices" ? "sku" : undefined));
  if (!patched || !("patch" in patched)) throw new Error("no patch");
  expect(apply(before, patched.patch)).toEqual({ ok: true, value: after });
  expect(patched.patch).toHaveLength(3);
  expect(JSON.stringify(patched.patch).length).toBeLessThan(JSON.stringify(after).length / 3);
});
