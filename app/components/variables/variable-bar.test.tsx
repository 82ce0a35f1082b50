import { renderToStaticMarkup } from "react-dom/server";
import { createMemoryRouter, RouterProvider } from "react-router";
import { expect, test } from "vitest";
import { chosenValues } from "../../../core/boards/chosen-values";
import type { BoardDocument } from "../../../core/boards/document";
import { KeysSeen } from "./keys-seen";
import { VariableBar } from "./variable-bar";
import { Variables } from "./variables";

const document: BoardDocument = {
  schema: 1,
  title: "B",
  variables: [
    { name: "host", label: "Host", type: "list", values: ["web-1", "web-2"] },
    { name: "search", type: "text" },
  ],
  panels: [],
};

function drawn(board: BoardDocument, asked: readonly string[]): string {
  const values = chosenValues(
    board,
    (name) => (name === "host" ? asked : []),
    () => [],
  );
  const capped = [{ title: "CPU", shown: 50, of: 60 }];
  const element = <VariableBar document={board} {...values} keysOf={() => []} capped={capped} />;
  return renderToStaticMarkup(<RouterProvider router={createMemoryRouter([{ path: "/", element }])} />);
}

test("the page names what is chosen before any script runs, what is none, and what is not all there", () => {
  const text = drawn(document, ["web-2", "<b>"])
    .replaceAll(/<[^>]*>/g, " ")
    .replaceAll(/\s+/g, " ");
  expect(text).toContain("Host web-2");
  expect(text).toContain("There is no Host “&lt;b&gt;” to show: this is web-2.");
  expect(text).toContain("CPU: the first 50 of 60 are shown.");
  expect(drawn(document, [])).toContain('placeholder="All"');
});

test("a board without variables has no bar", () => {
  const none = { document, chosen: new Map(), refused: [], capped: [], keysOf: () => [] };
  expect(renderToStaticMarkup(<Variables {...none} document={{ ...document, variables: [] }} />)).toBe("");
});

test("a key that goes stays a choice while the page is open, and nothing new makes no other list", () => {
  const seen = new KeysSeen();
  const first = seen.of(["n.*"], [["n.a", "n.b"]]);
  expect(first("n.*")).toEqual(["n.a", "n.b"]);
  expect(seen.of(["n.*"], [["n.b"]])).toBe(first);
  const second = seen.of(["n.*"], [["n.b", "n.c"]]);
  expect(second("n.*")).toEqual(["n.a", "n.b", "n.c"]);
});
