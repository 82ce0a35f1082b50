import * as v from "valibot";
import { expect, test } from "vitest";
import { boardDocument } from "../../core/boards/document";
import { GRID_COLUMNS } from "../../core/boards/grid-columns";
import { matches } from "../../core/keys/pattern";
import { boardOfKeys } from "./board-of-keys";

const series = (key: string, unit?: string) => ({ key, meta: { kind: "series" as const, ...(unit ? { unit } : {}) } });

test("every key is on the board, in places that fit", () => {
  const keys = [
    ...Array.from({ length: 9 }, (_, i) => series(`shop.price.${i}`, "EUR")),
    series("shop.open"),
    series("shop.load", "%"),
    { key: "shop.orders", meta: { kind: "stream" as const, label: "Orders" } },
    { key: "shop.note", meta: { kind: "value" as const } },
  ];
  const document = boardOfKeys("shop", "The shop", keys);
  expect(v.parse(boardDocument, document)).toEqual(document);
  expect(document.panels.every(({ place }) => place.x + place.w <= GRID_COLUMNS)).toBe(true);
  const shown = document.panels.flatMap((panel) => (panel.type === "table" ? panel.keys : []));
  expect(keys.filter(({ key }) => !shown.some((pattern) => matches(pattern, key)))).toEqual([]);
  expect(document.panels.filter(({ type }) => type === "stat")).toHaveLength(6);
  expect(document.panels.find(({ type }) => type === "events")).toMatchObject({ title: "Orders", key: "shop.orders" });
  const prices = document.panels.find((panel) => panel.type === "line" && panel.title === "In EUR");
  expect(prices).toMatchObject({ series: expect.objectContaining({ length: 8 }) });
});

test("a source without keys has a board as well, which fills as they come", () => {
  const document = boardOfKeys("shop", "The shop", []);
  expect(document.panels.map(({ type }) => type)).toEqual(["table", "status"]);
});
