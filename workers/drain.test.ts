import { expect, test } from "vitest";
import { drain } from "./drain";

const KB = 1024;

/** A request whose body comes in pieces of 64 kB, and how many of them were asked for. */
function request(pieces: number, failsAt = Number.POSITIVE_INFINITY) {
  const asked = { pieces: 0, cancelled: false };
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (asked.pieces === failsAt) return controller.error(new Error("gone"));
      if (asked.pieces === pieces) return controller.close();
      asked.pieces += 1;
      controller.enqueue(new Uint8Array(64 * KB));
    },
    cancel() {
      asked.cancelled = true;
    },
  });
  const init = { method: "POST", body, duplex: "half" };
  return { asked, request: new Request("http://localhost/", init) };
}

test("[API9] a body that was not read is read to its end, of a long one the first megabyte", async () => {
  const short = request(3);
  await drain(short.request);
  expect(short.asked).toEqual({ pieces: 3, cancelled: false });
  const long = request(1_000);
  await drain(long.request);
  expect(long.asked.cancelled).toBe(true);
  expect(long.asked.pieces).toBeLessThan(20);
});

test("[API9] what was read, is being read, breaks off or is not there is left as it is", async () => {
  const read = request(3);
  await read.request.arrayBuffer();
  await drain(read.request);
  const locked = request(3);
  const reader = locked.request.body?.getReader();
  await drain(locked.request);
  expect((await reader?.read())?.done).toBe(false);
  await drain(request(3, 1).request);
  await drain(new Request("http://localhost/"));
});
