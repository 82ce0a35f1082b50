import type { Failure } from "../../core/sources/state";
import { failureOf } from "../failure";
import { reachOf } from "./host";
import { isOwnHost, portOf } from "./own-hosts";
import { isAllowedPort } from "./port";

export interface AddressPolicy {
  /** Lets sources read private addresses. For local use: a tenant could otherwise read the operator's network. */
  readonly allowPrivate: boolean;
  /** Deltaboard's own hosts, refused whatever else is allowed. See own-hosts.ts for the spelling. */
  readonly ownHosts: readonly string[];
  /** The request holds a secret: a public address is asked by https only. */
  readonly confidential?: boolean;
  /** An origin the operator configured: it may be private, the rest of the rules holds. */
  readonly trustedOrigin?: string;
}

export type CheckedAddress =
  | { readonly ok: true; readonly url: URL }
  | { readonly ok: false; readonly failure: Failure };

/**
 * The one gate for an address, at saving and at each hop. `http:` is allowed, also for public addresses, as long as no
 * secret goes along: exporters and small JSON APIs often have nothing else. The URL parser has already turned
 * every spelling of a host (decimal, octal, hex, short, full-width, percent-encoded) into one.
 */
export function checkAddress(text: string, policy: AddressPolicy): CheckedAddress {
  const url = URL.parse(text);
  if (url === null || url.hostname === "")
    return refused("The address is not a complete URL, such as https://example.com/data.");
  if (url.protocol !== "https:" && url.protocol !== "http:")
    return refused("Only http:// and https:// addresses can be read.");
  if (url.username !== "" || url.password !== "") return refused("The address may not hold a user name or password.");
  if (url.hostname.endsWith(".")) return refused("The host of the address may not end with a dot.");
  if (!isAllowedPort(Number(portOf(url)))) return refused("The address has a port that may not be read.");
  if (isOwnHost(url, policy.ownHosts))
    return refused("The address is Deltaboard's own. A source cannot read the server it runs on.");
  if (!mayBeRead(url, policy)) return refused("The address is private. Only public addresses may be read from here.");
  if (policy.confidential && url.protocol === "http:" && reachOf(url.hostname) === "public")
    return refused("A secret is sent over https only, and the address begins with http.");
  return { ok: true, url };
}

function mayBeRead(url: URL, policy: AddressPolicy): boolean {
  const reach = reachOf(url.hostname);
  if (reach === "public") return true;
  return reach !== "closed" && (policy.allowPrivate || url.origin === policy.trustedOrigin);
}

function refused(message: string): CheckedAddress {
  return { ok: false, failure: failureOf("refused_address", message) };
}
