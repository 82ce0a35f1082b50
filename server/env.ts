import * as z from "zod/mini";
import { defaultLimits, type Limits } from "../core/hub/limits";
import { limitsSetting } from "./limits-setting";
import { defaultRetention, type Retention, retentionSetting } from "./retention-setting";

const flag = z.pipe(
  z.enum(["true", "false"], 'Write "true" or "false".'),
  z.transform((word: "true" | "false") => word === "true"),
);
/** An empty variable counts as one that is not there: that is how env files and dashboards unset things. */
const optional = <T extends z.ZodMiniType>(inner: T) =>
  z.pipe(
    z.transform((value: unknown) => (value === "" ? undefined : value)),
    z.optional(inner),
  );
const webUrl = z.url({ protocol: /^https?$/, error: "Write a whole address with http:// or https://." });
const isOrigin = (address: string) => URL.canParse(address) && new URL(address).href === `${new URL(address).origin}/`;

/** 32 bytes as base64url; to change the key, the new one goes in front, with a comma, until all is sealed by it. */
const secretKeys = z.pipe(
  z
    .string()
    .check(
      z.regex(
        /^[\w-]{43}(,[\w-]{43})*$/,
        "32 bytes as base64url; make one with: openssl rand -base64 32 | tr +/ -_ | tr -d =",
      ),
    ),
  z.transform((list: string) => list.split(",")),
);

const schema = z.object({
  BASE_URL: z.pipe(
    webUrl.check(z.refine(isOrigin, "Only scheme, host and port, such as https://board.example.org.")),
    z.transform((address: string) => new URL(address).origin),
  ),
  SIGNUP: z.enum(["open", "invite", "closed"], "Write open, invite or closed."),
  AUTH_SECRET: z
    .string("A secret is needed; make one with: openssl rand -base64 32")
    .check(z.minLength(32, "At least 32 characters; make one with: openssl rand -base64 32")),
  SECRETS_KEY: optional(secretKeys),
  SETUP_TOKEN: optional(z.string().check(z.minLength(16, "At least 16 characters."))),
  ALLOW_PRIVATE_EGRESS: flag,
  UPSTREAM_MACHINE: optional(webUrl),
  LIMITS: optional(limitsSetting),
  CALLS_AN_HOUR: optional(
    z.pipe(
      z.string().check(z.regex(/^[1-9]\d{0,8}$/, "A whole number, such as 300000.")),
      z.transform((text: string) => Number(text)),
    ),
  ),
  RETENTION: optional(retentionSetting),
});

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
  const parsed = schema.safeParse(env);
  if (!parsed.success) throw new Error(complaint(parsed.error.issues));
  const found = parsed.data;
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

function complaint(issues: readonly { path: PropertyKey[]; message: string }[]): string {
  const lines = issues.map((issue) => `  ${issue.path.join(".")}: ${issue.message}`);
  return ["The server's settings are not complete:", ...lines].join("\n");
}
