import { hash } from "../delta/hash";

/** Goes out with every request of a source, so that the server that it came from knows it again. */
export const HOP_HEADER = "deltaboard-hop";

/** What this server's requests are marked with: the same whatever name it is reached by, and not the name itself. */
export function hopMarkOf(baseUrl: string): string {
  return hash(baseUrl);
}
