/** What is posted reaches every other open channel of that name in this browser and origin, in order, and later. */
export interface Channel {
  post(message: unknown): void;
  close(): void;
}

export type OpenChannel = (name: string, received: (message: unknown) => void) => Channel;

export const openBrowserChannel: OpenChannel = (name, received) => {
  const channel = new BroadcastChannel(name);
  channel.onmessage = ({ data }) => received(data);
  return {
    post: (message) => channel.postMessage(message),
    close: () => channel.close(),
  };
};
