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

/** `url` may be a path: browsers resolve it against the page's origin and make it ws: or wss:. */
export const openBrowserSocket: OpenSocket = (url, protocols, events) => {
  const address = new URL(url, window.location.href);
  address.protocol = address.protocol === "https:" ? "wss:" : "ws:";
  const socket = new WebSocket(address, protocols);
  socket.onopen = () => events.opened();
  socket.onmessage = ({ data }) => events.received(data);
  // An error event says nothing, and a close event always follows it.
  socket.onclose = ({ code, reason }) => events.closed(code, reason);
  return socket;
};
