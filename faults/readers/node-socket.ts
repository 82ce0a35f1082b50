/** The DOM's type knows nothing of Node's second form, which can send headers. */
export const NodeSocket = WebSocket as unknown as new (
  url: string,
  init: { readonly headers: Readonly<Record<string, string>>; readonly protocols: string[] },
) => WebSocket;
