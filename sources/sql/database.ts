import { type AddressPolicy } from "../egress/address";
import { reachOf } from "../egress/host";
import { isOwnHost } from "../egress/own-hosts";
import { isAllowedPort } from "../egress/port";
import { failed } from "../failure";

/** Where a PostgreSQL server is and who asks it. */
export interface PostgresServer {
  readonly host: string;
  readonly port: number;
  readonly database: string;
  readonly user: string;
  readonly password: string;
  readonly tls: boolean;
}

export type Database =
  | { readonly ok: true; readonly kind: "postgres"; readonly server: PostgresServer; readonly url: URL }
  | { readonly ok: true; readonly kind: "hyperdrive" | "d1"; readonly binding: string }
  | ReturnType<typeof failed>;

const POSTGRES_PORT = 5_432;

/** What a connection's text names, if it may be asked by the rules that hold for addresses as well. */
export function databaseOf(text: string, policy: Pick<AddressPolicy, "allowPrivate" | "ownHosts">): Database {
  const [, kind, binding] = /^(hyperdrive|d1):(SQL_[A-Z0-9_]{1,60})$/.exec(text) ?? [];
  if (binding !== undefined) return { ok: true, kind: kind === "d1" ? "d1" : "hyperdrive", binding };
  const server = serverOf(text);
  if (server === null) return failed("bad_settings", "connection: Not the address of a PostgreSQL database.");
  // As a web address, so that every spelling of a host is brought to one: a URL of another scheme leaves it as typed.
  const url = URL.parse(`http://${server.host}:${server.port}/`);
  // The client takes a host apart at commas and colons.
  if (url === null || /[,%[]|\.$/.test(url.hostname))
    return refused("The database needs a host's name, or an IPv4 address.");
  const { hostname } = url;
  const reach = reachOf(hostname);
  if (!isDatabasePort(server.port)) return refused("The database has a port that may not be asked.");
  if (isOwnHost(url, policy.ownHosts)) return refused("The address is Deltaboard's own.");
  if (reach === "closed" || (reach !== "public" && !policy.allowPrivate)) {
    return refused("The database's address is private. Only public addresses may be asked from here.");
  }
  if (reach === "public" && !server.tls) {
    return refused("A password is sent to a public address under TLS only: leave sslmode out, or set it to require.");
  }
  return { ok: true, kind: "postgres", server: { ...server, host: hostname }, url };
}

/** Null for what is no such address. */
export function serverOf(text: string): PostgresServer | null {
  const url = URL.parse(text);
  if (url === null || !/^postgres(ql)?:$/.test(url.protocol) || url.hostname === "") return null;
  const mode = url.searchParams.get("sslmode") ?? (isInner(url.hostname) ? "disable" : "require");
  try {
    return {
      host: url.hostname,
      port: url.port === "" ? POSTGRES_PORT : Number(url.port),
      database: decodeURIComponent(url.pathname.slice(1)) || "postgres",
      user: decodeURIComponent(url.username) || "postgres",
      password: decodeURIComponent(url.password),
      tls: mode !== "disable" && mode !== "allow" && mode !== "prefer",
    };
  } catch (error) {
    // A % that begins no escape.
    if (error instanceof URIError) return null;
    throw error;
  }
}

function isInner(host: string): boolean {
  const { hostname } = URL.parse(`http://${host}/`) ?? { hostname: host };
  return reachOf(hostname) !== "public";
}

function isDatabasePort(port: number): boolean {
  return port === POSTGRES_PORT || (port >= 1_024 && isAllowedPort(port));
}

function refused(message: string): ReturnType<typeof failed> {
  return failed("refused_address", message);
}
