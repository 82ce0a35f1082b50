import { describe, expect, test } from "vitest";
import { forbidden } from "./who-may-import-whom.mjs";

describe("who may import whom", () => {
  test.each([
    ["core/hub/room.ts", "../sources/state"],
    ["core/hub/room.ts", "valibot"],
    ["core/hub/room.test.ts", "../testing/fake-clock"],
    ["core/hub/room.test.ts", "vitest"],
    ["workers/do/data-dashboard.ts", "../live/principal"],
    ["workers/app.ts", "../server/auth"],
    ["app/components/sources/form.tsx", "../../../sources/prometheus-scrape/settings"],
    ["app/components/sources/mapping/evaluate.ts", "../../../../sources/mapping/map-rule"],
    ["app/components/board/panel.tsx", "../../live/use-live-key"],
    ["app/routes/board.tsx", "../../server/guards"],
    ["e2e/board.spec.ts", "../sources/testing/scripted-upstream"],
    ["bench/live/objects/product.ts", "../../../workers/do/data-dashboard"],
    ["vite.config.ts", "anything"],
  ])("%s may import %s", (file, specifier) => {
    expect(forbidden(file, specifier)).toBeUndefined();
  });

  test.each([
    ["core/hub/room.ts", "../../sources/read"],
    ["core/hub/room.ts", "node:crypto"],
    ["core/hub/room.ts", "react"],
    ["core/hub/room.ts", "../testing/fake-clock"],
    ["server/guards.ts", "../sources/read"],
    ["db/queries/boards.ts", "react"],
    ["workers/app.ts", "../app/root"],
    ["workers/do/data-dashboard.ts", "../../sources/testing/scripted-upstream"],
    ["app/live/connection.ts", "../components/board/panel"],
    ["app/live/connection.ts", "cloudflare:workers"],
    ["app/components/sources/form.tsx", "../../../sources/prometheus-scrape/parse"],
    ["app/components/board/panel.tsx", "../../../server/guards"],
    ["app/routes/board.tsx", "../../workers/live"],
    ["bench/measure-fan-out.ts", "../workers/do/data-dashboard"],
    ["scripts/start.mjs", "../core/json"],
  ])("%s may not import %s", (file, specifier) => {
    expect(forbidden(file, specifier)).toContain("may");
  });
});
