import { Agent, get } from "node:http";
import type { Socket } from "node:net";
import * as v from "valibot";
import { Acks } from "../../../app/live/acks";
import { browserTimers } from "../../../app/live/clock";
import { type Down, down } from "../../../core/protocol/down";
import { SUBPROTOCOL } from "../../../core/protocol/version";
import { RawSocket } from "../../setup/raw-socket";
import { apiKeys } from "./api-keys";

/** Bytes on the wire so far, with the headers that HTTP takes. */
interface Traffic {
  readonly down: number;
  readonly up: number;
}

/** A reader of the product, by its own doors and with a key. */
export interface WireReader {
  /** Resolves once it is caught up. */
  readonly ready: Promise<void>;
  readonly traffic: Traffic;
  close(): void;
}

export type Transport = "WebSocket" | "SSE" | "polling";

const KEYS = "bench.value";
/** As often as the browser's half asks while its page is seen (milliseconds). */
const POLL_EVERY = 2_000;

const headers = { Authorization: `Bearer ${apiKeys[0]}` };

export const openReader: Record<Transport, (port: number) => WireReader> = {
  WebSocket: bySocket,
  SSE: byEvents,
  polling: byPolling,
};

/** It acknowledges and pings as the browser's half does. */
function bySocket(port: number): WireReader {
  const ready = Promise.withResolvers<void>();
  const acks = new Acks(browserTimers, (ack) => socket.send(JSON.stringify(ack)));
  let pings: NodeJS.Timeout | undefined;
  const hear = (text: string) => {
    if (text === "pong") return;
    const frame: Down = v.parse(down, JSON.parse(text));
    acks.held(frame, text.length);
    if (frame.type === "snapshot") ready.resolve();
    if (frame.type !== "welcome") return;
    pings = setInterval(() => socket.send("ping"), frame.pingEvery);
    socket.send(JSON.stringify({ type: "subscribe", id: "1", keys: [KEYS] }));
  };
  const events = { opened: () => {}, text: (payload: Buffer) => hear(payload.toString()), closed: () => acks.stop() };
  const socket = new RawSocket({ port, path: "/live/bench", protocol: SUBPROTOCOL, headers }, events);
  return {
    ready: ready.promise,
    get traffic() {
      return socket.traffic;
    },
    close() {
      clearInterval(pings);
      acks.stop();
      socket.drop();
    },
  };
}

function byEvents(port: number): WireReader {
  const ready = Promise.withResolvers<void>();
  const path = `/live/bench/events?keys=${KEYS}`;
  const request = get({ host: "127.0.0.1", port, path, headers, agent: false }, (response) => {
    response.on("data", () => ready.resolve());
    // It is over when it is closed here.
    response.on("error", () => {});
  });
  request.on("error", ready.reject);
  return {
    ready: ready.promise,
    get traffic() {
      return trafficOf(request.socket);
    },
    close: () => request.destroy(),
  };
}

function byPolling(port: number): WireReader {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const ready = Promise.withResolvers<void>();
  let line: Socket | undefined;
  let next: NodeJS.Timeout | undefined;
  let isOver = false;
  const ask = (since: string) => {
    const request = get(
      { host: "127.0.0.1", port, path: `/live/bench/values?keys=${KEYS}${since}`, headers, agent },
      (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.once("end", () => {
          const { cursor } = JSON.parse(Buffer.concat(chunks).toString()) as { cursor: string };
          ready.resolve();
          if (!isOver) next = setTimeout(() => ask(`&since=${cursor}`), POLL_EVERY);
        });
      },
    );
    request.once("socket", (socket) => {
      line = socket;
    });
    request.once("error", (error) => {
      if (!isOver) ready.reject(error);
    });
  };
  ask("");
  return {
    ready: ready.promise,
    get traffic() {
      return trafficOf(line);
    },
    close() {
      isOver = true;
      clearTimeout(next);
      agent.destroy();
    },
  };
}

function trafficOf(socket: Socket | null | undefined): Traffic {
  return { down: socket?.bytesRead ?? 0, up: socket?.bytesWritten ?? 0 };
}
