/** An ordinary socket by which a measurement pushes: each of its messages is one event of the object. */
export function pushSocket(push: (text: string) => void): Response {
  const { 0: client, 1: server } = new WebSocketPair();
  server.accept();
  server.addEventListener("message", ({ data }) => push(String(data)));
  return new Response(null, { status: 101, webSocket: client });
}
