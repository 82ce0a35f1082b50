import { afterEach, expect, test, vi } from "vitest";
import { openBrowserSocket } from "./socket";

afterEach(() => vi.unstubAllGlobals());

test("where no WebSocket may be made it is one that closed before it opened, once whoever asked has it", async () => {
  vi.stubGlobal("window", { location: { href: "https://board.example/w/harbour" } });
  const asked: string[] = [];
  vi.stubGlobal(
    "WebSocket",
    class {
      constructor(address: URL) {
        asked.push(String(address));
        throw new Error("An extension forbids it.");
      }
    },
  );
  const closed = vi.fn();
  const socket = openBrowserSocket("/live/harbour", [], { opened: () => {}, received: () => {}, closed });
  expect(closed).not.toHaveBeenCalled();
  await Promise.resolve();
  expect(closed).toHaveBeenCalledExactlyOnceWith(1006, "");
  socket.send("nothing");
  expect(asked).toEqual(["wss://board.example/live/harbour"]);
});
