import { QueryClient } from "@tanstack/react-query";
import { setLiveDefaults } from "./live/cache-keys";

/** One for each page load, and on the server one for each request: the values of two people never meet in it. */
export function makeQueryClient(): QueryClient {
  const client = new QueryClient();
  setLiveDefaults(client);
  return client;
}
