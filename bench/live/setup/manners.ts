import { SUBPROTOCOL } from "../../../core/protocol/version";
import type { Reader, ReaderOrder } from "./reader";
import type { Side } from "./side";

/** How a reader of a side comes in and answers; beyond this, all are treated alike. */
interface Manners {
  readonly protocol?: string;
  path(order: ReaderOrder): string;
  opened(reader: Reader): void;
  heard(reader: Reader, payload: Buffer): void;
}

const PONG = Buffer.from("pong");

export const manners: Record<Side["name"], Manners> = {
  product: {
    protocol: SUBPROTOCOL,
    path: ({ id }) => `/live/bench?reader=${id}`,
    opened: () => {},
    heard: hearProduct,
  },
  bare: {
    path: ({ id, keys }) => `/live/bench?reader=${id}${keys.map((key) => `&tag=${key}`).join("")}`,
    opened: (reader) => reader.ready.resolve(),
    heard: () => {},
  },
  plain: {
    path: ({ id }) => `/live/bench?reader=${id}`,
    opened: (reader) => reader.send(JSON.stringify(reader.order.keys)),
    heard: (reader, payload) => {
      if (payload.includes('"subscribed"')) reader.ready.resolve();
    },
  },
};

/** As the browser's half does it: subscribes when welcomed, acknowledges what it holds, pings. */
function hearProduct(reader: Reader, payload: Buffer): void {
  if (payload.equals(PONG)) return;
  switch (field(payload, '"type":"')) {
    case "data_update": {
      const cursor = field(payload, '"cursor":"');
      reader.cursor = cursor;
      return reader.acks.held({ type: "data_update", from: cursor, cursor, timestamp: 0, updates: [] }, payload.length);
    }
    case "snapshot": {
      const frame = JSON.parse(payload.toString());
      reader.acks.held(frame, payload.length);
      reader.cursor = frame.cursor;
      if (frame.part === frame.parts) reader.ready.resolve();
      return;
    }
    case "welcome": {
      const { keys, cursor } = reader.order;
      reader.pingEvery(JSON.parse(payload.toString()).pingEvery);
      return reader.send(JSON.stringify({ type: "subscribe", id: "1", keys, ...(cursor ? { since: cursor } : {}) }));
    }
    case "beat":
      return;
    default:
      throw new Error(payload.toString());
  }
}

/** The text between the first occurrence of `name` and the next quotation mark. */
function field(payload: Buffer, name: string): string {
  const at = payload.indexOf(name) + name.length;
  return payload.toString("latin1", at, payload.indexOf('"', at));
}
