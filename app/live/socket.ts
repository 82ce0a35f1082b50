/** The little of a WebSocket that the connection needs, so that a test can be the other end. */
export interface Socket {
  send(text: string): void;
  close(code: number, reason: string): void;
}

export interface SocketEvents {
  opened(): void;
  received(data: unknown): void;
  /** Once, whether it ever opened or not. */
  closed(code: number, reason: string): void;
}

export type OpenSocket = (url: string, protocols: string[], events: SocketEvents) => Socket;

/**
 * `url` may be a path: browsers resolve it against the page's origin and make it ws: or wss:. Where no WebSocket may even
 * be made, as by some extensions' will, it is one that closed before it opened, so that another way is tried.
 */
export const openBrowserSocket: OpenSocket = (url, protocols, events) => {
  const address = new URL(url, window.location.href);
  address.protocol = address.protocol === "https:" ? "wss:" : "ws:";
  try {
    return wired(new WebSocket(address, protocols), events);
  } catch {
    queueMicrotask(() => events.closed(1006, ""));
    return { send: () => undefined, close: () => undefined };
  }
};

function wired(socket: WebSocket, events: SocketEvents): Socket {
  socket.onopen = () => events.opened();
  socket.onmessage = ({ data }) => events.received(data);
  // An error event says nothing, and a close event always follows it.
  socket.onclose = ({ code, reason }) => events.closed(code, reason);
  return socket;
}
