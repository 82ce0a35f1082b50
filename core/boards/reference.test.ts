import { expect, test } from "vitest";
import { readBoardText } from "./board-text";
import { patternsIn } from "./patterns-in";
import { referenceProblem } from "./reference";

test.each([
  ["node.cpu.*", ["node.cpu.*"]],
  ["node.$host.cpu", ["node.*.cpu"]],
  ["node.cpu_${core}.busy", ["node.*.busy"]],
  ["$sources.*", ["$sources.*"]],
  ["$host.cpu", ["*.cpu"]],
  ["= {node.$host.used} / {node.$host.total} + {node.$host.used} * $factor", ["node.*.used", "node.*.total"]],
])("[FX16] %s speaks of %j", (text, patterns) => {
  expect(referenceProblem(text)).toBeNull();
  expect(patternsIn(text)).toEqual(patterns);
});

test("[FX16] a board with a formula that cannot be read is refused with its path and its character", () => {
  const panel = {
    id: "a",
    type: "line",
    title: "A",
    place: { x: 0, y: 0, w: 4, h: 4 },
    series: [{ key: "a" }, { key: "= {a} +" }],
  };
  const found = readBoardText(JSON.stringify({ schema: 1, title: "B", panels: [panel] }));
  expect(found).toMatchObject({
    ok: false,
    problems: [{ path: "panels[0].series[1].key", message: expect.stringMatching(/^Character 8: It ends too soon/) }],
  });
});
