import type { QueryReply, QueryRequest } from "../../core/sources/connector";
import { afterTimeout, DeadlinePassed, withDeadline } from "../egress/deadline";
import { type EgressOptions, leadsOutside } from "../egress/guarded-egress";
import { failed } from "../failure";
import { askD1, type D1 } from "./d1-query";
import { type Database, databaseOf, serverOf } from "./database";
import { askPostgres } from "./postgres-query";

export interface QueryOptions extends Pick<EgressOptions, "allowPrivate" | "ownHosts" | "resolve" | "after" | "log"> {
  /** What the operator bound for sources: names that begin with SQL_. */
  readonly bindings: {
    hyperdrive(name: string): { readonly connectionString: string } | undefined;
    d1(name: string): D1 | undefined;
  };
}

/** The guarded way to a database: which may be asked, for how long, and that it is only read. Troubles are values. */
export function guardedQuery(options: QueryOptions): (request: QueryRequest) => Promise<QueryReply> {
  return async (request) => {
    const database = databaseOf(request.database, options);
    if (!database.ok) return database;
    try {
      return await withDeadline(request.timeout, options.after ?? afterTimeout, "complete answer", (signal) =>
        ask(database, request, options, signal),
      );
    } catch (error) {
      if (error instanceof DeadlinePassed) {
        return failed("timeout", `There was no ${error.message} within ${error.milliseconds / 1_000} s.`);
      }
      options.log?.info("egress.unreachable", { kind: database.kind, error: String(error) });
      return failed("unreachable", "The database could not be reached, or the connection broke off.");
    }
  };
}

async function ask(
  database: Extract<Database, { ok: true }>,
  request: QueryRequest,
  options: QueryOptions,
  signal: AbortSignal,
): Promise<QueryReply> {
  switch (database.kind) {
    case "d1": {
      const bound = options.bindings.d1(database.binding);
      return bound ? askD1(bound, request) : unbound();
    }
    case "hyperdrive": {
      // The operator's own, inside the platform: the rules for addresses are about those that members type.
      const server = serverOf(options.bindings.hyperdrive(database.binding)?.connectionString ?? "");
      return server ? askPostgres({ ...server, tls: false }, request, signal) : unbound();
    }
    case "postgres":
      if (!(await leadsOutside(database.url, {}, options))) {
        return failed(
          "refused_address",
          "The database's address is private. Only public addresses may be asked from here.",
        );
      }
      return askPostgres(database.server, request, signal);
  }
}

function unbound(): QueryReply {
  return failed("bad_settings", "connection: This server has no binding of that name.");
}
