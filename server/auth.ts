import { drizzleAdapter } from "better-auth/adapters/drizzle";
import { betterAuth } from "better-auth/minimal";
import { organization } from "better-auth/plugins/organization";
import { adminAc, memberAc, ownerAc } from "better-auth/plugins/organization/access";
import { openDatabase } from "../db/database";
import * as schema from "../db/schema/auth";
import { endSessions } from "./end-sessions";
import { readEnv, type Settings } from "./env";
import { log } from "./log";
import { PASSWORD_MAX, PASSWORD_MIN } from "./signup-form";

/** Only ours and only inside: no public route leads here, actions hand requests over (auth-request.ts). */
export const AUTH_PATH = "/api/auth";
export const COOKIE_PREFIX = "deltaboard";
const DAY = 86_400;

export type Auth = ReturnType<typeof createAuth>;

/**
 * better-auth over this request's D1. Made anew for each request: its context is a promise, and workerd does not let
 * one request wait for what another one started.
 */
export function createAuth(env: Env) {
  const settings = readEnv(env);
  return betterAuth({
    appName: "Deltaboard",
    baseURL: settings.baseUrl,
    basePath: AUTH_PATH,
    secret: settings.authSecret,
    trustedOrigins: [settings.baseUrl],
    // No `transaction`: D1 refuses BEGIN.
    database: drizzleAdapter(openDatabase(env.DB), { provider: "sqlite", schema }),
    emailAndPassword: { enabled: true, minPasswordLength: PASSWORD_MIN, maxPasswordLength: PASSWORD_MAX },
    // Without cookieCache a revoked session is over at once. Without refresh it ends when the socket's welcome says.
    session: { expiresIn: 30 * DAY, disableSessionRefresh: true, cookieCache: { enabled: false } },
    databaseHooks: { session: { delete: { after: (ended) => endSessions(env, ended.userId, [ended.id]) } } },
    plugins: [organization(WORKSPACES)],
    rateLimit: RATE_LIMIT,
    advanced: advanced(settings),
    // Its warnings are wrong passwords and unknown addresses: everyday, and no business of the log.
    logger: { level: "error", log: (_level, message) => log.error("auth", { message }) },
    telemetry: { enabled: false },
  });
}

/** What each may do to the workspace itself; keys, boards and sources are decided in core/access. */
const ROLES = { owner: ownerAc, admin: adminAc, editor: memberAc, viewer: memberAc };

const WORKSPACES = {
  creatorRole: "owner" as const,
  roles: ROLES,
  // There is no mail to verify an address with: the link goes by hand, so it lives for a week rather than two days.
  requireEmailVerificationOnInvitation: false,
  invitationExpiresIn: 7 * DAY,
};

/**
 * A window (seconds) starts anew with each request that is let through, and only silence ends it. Guessing a 12
 * character password ten times a minute leads nowhere, and ten people behind one address can still sign in.
 */
const RATE_LIMIT = {
  enabled: true,
  storage: "database" as const,
  window: 60,
  max: 100,
  customRules: {
    "/sign-in/email": { window: 60, max: 10 },
    "/sign-up/email": { window: 60, max: 10 },
  },
};

function advanced(settings: Settings) {
  return {
    cookiePrefix: COOKIE_PREFIX,
    useSecureCookies: settings.baseUrl.startsWith("https:"),
    defaultCookieAttributes: { httpOnly: true, sameSite: "lax" as const, path: "/" },
    // The platform sets it and overwrites what a client sends. X-Forwarded-For is anybody's word.
    ipAddress: { ipAddressHeaders: ["cf-connecting-ip"] },
  };
}
