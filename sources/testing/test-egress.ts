import type { Egress } from "../../core/sources/connector";
import { guardedEgress } from "../egress/guarded-egress";

/** The real way out, to loopback as well. */
export const testEgress: Egress = guardedEgress({
  fetch: (url, init) => fetch(url, init),
  allowPrivate: true,
  ownHosts: [],
  upstreams: {},
  mark: "test",
  now: () => Date.parse("2026-11-21T10:00:00Z"),
});
