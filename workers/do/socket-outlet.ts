import type { Outlet } from "../../core/hub/subscriber";

/** A hibernating socket as the hub sees it. A socket that is closing takes nothing more: its close event is on its way. */
export class SocketOutlet implements Outlet {
  readonly socket: WebSocket;

  constructor(socket: WebSocket) {
    this.socket = socket;
  }

  send(frame: string): void {
    // send() after close() throws; getWebSockets() may still list such a socket (workerd).
    if (this.socket.readyState === WebSocket.OPEN) this.socket.send(frame);
  }

  close(code: number, reason: string): void {
    if (this.socket.readyState === WebSocket.OPEN) this.socket.close(code, reason);
  }
}
