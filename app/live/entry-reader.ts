import type { QueryClient } from "@tanstack/react-query";
import { SameList } from "./same-list";

/**
 * Reads the data of several entries of the cache, in their order: the same list until one of them changes.
 * @param asked the hashes of their query keys, a line each
 */
export function entryReader<T>(from: () => QueryClient, asked: string): () => readonly (T | undefined)[] {
  const same = new SameList<T | undefined>();
  const hashes = asked === "" ? [] : asked.split("\n");
  return () => same.of(hashes.map((hash) => from().getQueryCache().get<T>(hash)?.state.data));
}
