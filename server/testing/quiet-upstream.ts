import { afterEach, beforeEach, vi } from "vitest";

/** A workspace starts out with a source, whose object reads it at once: here it finds nothing, without any network. */
export function quietUpstream(): void {
  beforeEach(() => {
    vi.spyOn(globalThis, "fetch").mockImplementation(() => Promise.resolve(new Response("", { status: 404 })));
  });
  afterEach(() => {
    vi.restoreAllMocks();
  });
}
