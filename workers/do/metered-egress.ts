import type { Egress } from "../../core/sources/connector";
import type { Cost } from "../../core/sources/reading";

/** The way out for one refresh, which counts what it costs. A connector that does not use it costs what it says itself. */
export function meteredEgress(way: Egress): { readonly egress: Egress; readonly cost: () => Cost } {
  let [calls, bytes] = [0, 0];
  const { query } = way;
  return {
    egress: {
      get: async (request) => {
        calls += 1;
        const reply = await way.get(request);
        // Characters are near enough: nobody pays by them.
        if (reply.ok) bytes += reply.text.length;
        return reply;
      },
      ...(query && {
        query: (request) => {
          calls += 1;
          return query(request);
        },
      }),
    },
    cost: () => (calls === 0 ? {} : { calls, bytes }),
  };
}
