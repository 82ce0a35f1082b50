import * as v from "valibot";
import { defaultLimits, type Limits } from "../core/hub/limits";
import { pathOf } from "../core/schema/path-of";
import { plainWords } from "../core/schema/plain-words";
import { saidByMember } from "../core/schema/said-by-member";
import { limitsSetting } from "./limits-setting";
import { defaultRetention, type Retention, retentionSetting } from "./retention-setting";

const flag = v.pipe(
  v.picklist(["true", "false"], 'Write "true" or "false".'),
  v.transform((word: "true" | "false") => word === "true"),
);
/** An empty variable counts as one that is not there: that is how env files and dashboards unset things. */
const optional = <Output>(inner: v.GenericSchema<unknown, Output>) =>
  v.optional(
    v.pipe(
      v.unknown(),
      v.transform((value) => (value === "" ? undefined : value)),
      v.optional(inner),
    ),
  );
const NO_ADDRESS = "Write a whole address with http:// or https://.";
const isWebUrl = (text: string) => /^https?:$/.test(URL.parse(text)?.protocol ?? "");
const webUrl = v.pipe(v.string(NO_ADDRESS), v.check(isWebUrl, NO_ADDRESS));
const isOrigin = (address: string) => URL.canParse(address) && new URL(address).href === `${new URL(address).origin}/`;

/** 32 bytes as base64url; to change the key, the new one goes in front, with a comma, until all is sealed by it. */
const secretKeys = v.pipe(
  v.string(),
  v.regex(
    /^[\w-]{43}(,[\w-]{43})*$/,
    "32 bytes as base64url; make one with: openssl rand -base64 32 | tr +/ -_ | tr -d =",
  ),
  v.transform((list: string) => list.split(",")),
);

const variables = {
  BASE_URL: v.pipe(
    webUrl,
    v.check(isOrigin, "Only scheme, host and port, such as https://board.example.org."),
    v.transform((address: string) => new URL(address).origin),
  ),
  SIGNUP: v.picklist(["open", "invite", "closed"], "Write open, invite or closed."),
  AUTH_SECRET: v.pipe(
    v.string("A secret is needed; make one with: openssl rand -base64 32"),
    v.minLength(32, "At least 32 characters; make one with: openssl rand -base64 32"),
  ),
  SECRETS_KEY: optional(secretKeys),
  SETUP_TOKEN: optional(v.pipe(v.string(), v.minLength(16, "At least 16 characters."))),
  ALLOW_PRIVATE_EGRESS: flag,
  UPSTREAM_MACHINE: optional(webUrl),
  LIMITS: optional(limitsSetting),
  CALLS_AN_HOUR: optional(
    v.pipe(
      v.string(),
      v.regex(/^[1-9]\d{0,8}$/, "A whole number, such as 300000."),
      v.transform((text: string) => Number(text)),
    ),
  ),
  RETENTION: optional(retentionSetting),
};
const schema = v.object(variables, saidByMember(variables, "There are none."));

/** Who may make an account: anybody, the invited (and the first owner, by setup token), nobody. */
export type SignupMode = "open" | "invite" | "closed";

export interface Settings {
  /** The one origin people open, without a slash at the end: the exact allow-list of sockets, forms and cookies. */
  readonly baseUrl: string;
  readonly signup: SignupMode;
  readonly authSecret: string;
  readonly setupToken?: string;
  /** What seals the secrets of sources, the newest first; without one no source can have a secret. */
  readonly secretKeys: readonly string[];
  readonly allowPrivateEgress: boolean;
  /** Address of the exporter that reads this machine; it is there when the server runs at home. */
  readonly machineUrl?: string;
  /** Calls to upstreams that the sources of one workspace may make an hour, all together. */
  readonly callsAnHour: number;
  /** What one connection, and an object, may do. */
  readonly limits: Limits;
  readonly retention: Retention;
}

/** Six connections that each answer in 70 ms, all the time. */
const CALLS_AN_HOUR = 300_000;

/** Throws one error that names every variable that is missing or wrong, and never shows a value. */
export function readEnv(env: object): Settings {
  const parsed = v.safeParse(schema, env, plainWords);
  if (!parsed.success) throw new Error(complaint(parsed.issues));
  const found = parsed.output;
  return {
    baseUrl: found.BASE_URL,
    signup: found.SIGNUP,
    authSecret: found.AUTH_SECRET,
    secretKeys: found.SECRETS_KEY ?? [],
    allowPrivateEgress: found.ALLOW_PRIVATE_EGRESS,
    callsAnHour: found.CALLS_AN_HOUR ?? CALLS_AN_HOUR,
    limits: found.LIMITS ?? defaultLimits,
    retention: found.RETENTION ?? defaultRetention,
    ...(found.SETUP_TOKEN === undefined ? {} : { setupToken: found.SETUP_TOKEN }),
    ...(found.UPSTREAM_MACHINE === undefined ? {} : { machineUrl: found.UPSTREAM_MACHINE }),
  };
}

function complaint(issues: readonly v.BaseIssue<unknown>[]): string {
  const lines = issues.map((issue) => `  ${pathOf(issue).join(".")}: ${issue.message}`);
  return ["The server's settings are not complete:", ...lines].join("\n");
}
