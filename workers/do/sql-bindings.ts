import type { QueryOptions } from "../../sources/sql/guarded-query";

/** What the operator bound for sources to ask, by names that begin with SQL_. No other binding is looked at. */
export function sqlBindings(env: object): QueryOptions["bindings"] {
  const at = (name: string): unknown => (name.startsWith("SQL_") ? Reflect.get(env, name) : undefined);
  return {
    hyperdrive: (name) => {
      const bound = at(name);
      return isHyperdrive(bound) ? bound : undefined;
    },
    d1: (name) => {
      const bound = at(name);
      return isD1(bound) ? bound : undefined;
    },
  };
}

function isHyperdrive(bound: unknown): bound is Pick<Hyperdrive, "connectionString"> {
  return typeof bound === "object" && bound !== null && "connectionString" in bound;
}

function isD1(bound: unknown): bound is Pick<D1Database, "prepare"> {
  return typeof bound === "object" && bound !== null && "prepare" in bound;
}
