import type { FailureCode } from "../../../core/sources/state";

const advice: Record<FailureCode, string> = {
  bad_settings: "Change the field that the message names.",
  refused_address:
    "Use an address that this server may reach. Private and own addresses are refused unless its settings allow them.",
  unreachable: "Check the spelling, the port, and that the service answers from this server.",
  timeout: "The service may be slow or blocked by a firewall. Try a lighter address.",
  too_large: "Ask for less: a narrower query, a smaller page.",
  too_many_redirects: "Use the address that the redirects lead to.",
  upstream_status: "Open the address yourself: it may need another path, or refuse visitors without a sign-in.",
  rate_limited: "Wait as long as the service asks, and choose a longer interval.",
  bad_body: "Check that the address answers in the format chosen above.",
  bad_mapping: "Choose the parts that you want in the answer, or compare the expressions with its fields.",
  too_many_keys: "Map fewer fields, or split the source in two.",
  key_collision: "Give the two keys different names.",
  internal: "This is our fault. The server's log has the details.",
};

/** What a person can do about a failed test. */
export function failureAdvice(code: FailureCode): string {
  return advice[code];
}
