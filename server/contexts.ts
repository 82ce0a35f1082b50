import { createContext } from "react-router";
import type { Principal } from "../core/live-object";

/** What React Router's loaders, actions and middleware find in `context`. workers/app.ts sets the first. */
export const cloudflareContext = createContext<{ env: Env; ctx: Pick<ExecutionContext, "waitUntil"> }>();

/** The person behind the cookie, as D1 has it in this very request. */
export interface Session {
  readonly id: string;
  readonly expiresAt: Date;
  readonly user: { readonly id: string; readonly name: string; readonly email: string };
}

export interface Workspace {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
}

/** Set by the layout of /w/:workspace, so everything below it is signed in and inside one workspace. */
export interface WorkspaceAccess {
  readonly session: Session;
  readonly workspace: Workspace;
  readonly principal: Extract<Principal, { kind: "member" }>;
}
export const workspaceContext = createContext<WorkspaceAccess>();
