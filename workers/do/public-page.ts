import { PUBLIC_PROCESSOR, PUBLIC_READERS, PUBLIC_SOURCE, PUBLIC_WORKSPACE } from "../../core/public-workspace";
import type { SourceDefinition } from "../../core/sources/definition";
import type { ChangeSet } from "../../core/store/store";
import { readEnv } from "../../server/env";

export function isPublic(workspaceId: string): boolean {
  return workspaceId === PUBLIC_WORKSPACE;
}

/** What the signed-out page watches: this server's processor, where the operator gave it a way to read itself. */
export function publicSources(env: Env): SourceDefinition[] {
  if (readEnv(env).machineUrl === undefined) return [];
  const metric = `machine_${PUBLIC_PROCESSOR.slice(PUBLIC_SOURCE.length + 1)}`;
  const settings = { url: "upstream:machine", prefix: "machine_", include: [metric] };
  return [
    {
      id: "server",
      slug: PUBLIC_SOURCE,
      name: "This server",
      kind: "prometheus-scrape",
      settings,
      interval: 2_000,
      enabled: true,
    },
  ];
}

/** Whether the page's number is how many have it open: true, and alive wherever the product runs. */
export function countsReaders(env: Env): boolean {
  return readEnv(env).machineUrl === undefined;
}

export function readersNow(count: number, at: number): ChangeSet {
  const write = { key: PUBLIC_READERS, value: count, meta: { kind: "series" as const } };
  return { at, writes: [write], removes: [], lastCheck: at, interval: 0 };
}
