import postgres from "postgres";
import type { Json } from "../../core/json";
import type { QueryReply, QueryRequest } from "../../core/sources/connector";
import { failed } from "../failure";
import type { PostgresServer } from "./database";

type Question = Pick<QueryRequest, "query" | "timeout" | "maxRows" | "maxBytes">;

/** Rows that are fetched at a time, so that a large answer is noticed before all of it is there. */
const BATCH = 200;

/** As PostgreSQL names types (pg_type.dat): smallint, integer, oid, real, double precision, bigint, numeric. */
const NUMERIC: ReadonlySet<number> = new Set([21, 23, 26, 700, 701, 20, 1700]);

/** bigint and numeric come as text: as numbers where they are exact, or near enough to be shown. */
const numbers = {
  to: 1700,
  from: [20, 1700],
  serialize: (value: unknown) => String(value),
  parse: (text: string) => Number(text),
};
/** Dates and times, bytes: as PostgreSQL writes them. */
const texts = {
  to: 25,
  from: [17, 1082, 1083, 1114, 1184],
  serialize: (value: unknown) => String(value),
  parse: (text: string) => text,
};

/**
 * Asks PostgreSQL one query in a transaction that can only read, and on a connection of its own. Whatever goes wrong on
 * the way is thrown; what the server says against it is a value.
 */
export async function askPostgres(
  server: PostgresServer,
  question: Question,
  signal: AbortSignal,
): Promise<QueryReply> {
  const { host, port, database, user, password, tls } = server;
  const ssl: "verify-full" | false = tls ? "verify-full" : false;
  const client = postgres({
    host,
    port,
    database,
    user,
    password,
    ssl,
    max: 1,
    connect_timeout: question.timeout / 1_000,
    fetch_types: false,
    onnotice: () => {},
    types: { numbers, texts },
    connection: { application_name: "deltaboard" },
  });
  const stop = () => void client.end({ timeout: 0 });
  signal.addEventListener("abort", stop);
  try {
    return await client.begin("read only", (transaction) => readRows(transaction, question));
  } catch (error) {
    if (error instanceof postgres.PostgresError) return refusal(error);
    throw error;
  } finally {
    signal.removeEventListener("abort", stop);
    await client.end({ timeout: 0 });
  }
}

async function readRows(transaction: postgres.TransactionSql, question: Question): Promise<QueryReply> {
  await transaction.unsafe(`SET LOCAL statement_timeout = ${Math.ceil(question.timeout)}`);
  // By the extended protocol, which takes one statement: "…; COMMIT; DROP TABLE …" is refused by the server.
  const extended = { prepare: false, simple: false };
  await transaction.unsafe(`DECLARE deltaboard NO SCROLL CURSOR FOR ${question.query}`, [], extended);
  const rows: Json[][] = [];
  let size = 0;
  for (;;) {
    const wanted = Math.min(BATCH, question.maxRows + 1 - rows.length);
    const batch = await transaction.unsafe(`FETCH FORWARD ${wanted} FROM deltaboard`).values();
    rows.push(...batch);
    size += JSON.stringify(batch).length;
    if (size > question.maxBytes) return failed("too_large", "The rows are larger than the source's limit.");
    if (batch.length === wanted && rows.length <= question.maxRows) continue;
    const columns = batch.columns.map(({ name, type }) => ({ name, numeric: NUMERIC.has(type) }));
    return { ok: true, columns, rows: rows.slice(0, question.maxRows), more: rows.length > question.maxRows };
  }
}

/** By the classes of SQLSTATE, appendix A of PostgreSQL's manual. */
function refusal({ code, message, position }: postgres.PostgresError): QueryReply {
  if (code === "57014") return failed("timeout", "The query took longer than the source may wait.");
  if (code.startsWith("28")) return failed("bad_settings", "connection: The database refuses this user or password.");
  if (code === "3D000") return failed("bad_settings", "connection: There is no such database on the server.");
  if (code.startsWith("53") || code.startsWith("57"))
    return failed("upstream_status", `The database says: ${message}.`);
  const place = position === undefined ? "" : `, at character ${Number(position) - PREFIX}`;
  return failed("bad_mapping", `The query does not work: ${message}${place}.`);
}

const PREFIX = "DECLARE deltaboard NO SCROLL CURSOR FOR ".length;
