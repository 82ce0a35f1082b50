import { expect, test } from "vitest";
import { undoing } from "./undoing";

test("what was begun is ended last first, though the work throws and an end does", async () => {
  const ended: string[] = [];
  const work = undoing(async (undo) => {
    undo(() => ended.push("server"));
    undo(async () => {
      throw new Error("it hangs");
    });
    undo(() => ended.push("browser"));
    throw new Error("no figures");
  });
  await expect(work).rejects.toThrow("no figures");
  expect(ended).toEqual(["browser", "server"]);
});

test("an end that fails is told where the work went well", async () => {
  const work = undoing(async (undo) => {
    undo(() => {
      throw new Error("it hangs");
    });
  });
  await expect(work).rejects.toMatchObject({ errors: [new Error("it hangs")] });
  await expect(undoing(async () => 7)).resolves.toBe(7);
});
