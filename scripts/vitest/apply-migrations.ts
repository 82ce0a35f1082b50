import { applyD1Migrations, type D1Migration } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { inject } from "vitest";

declare module "vitest" {
  interface ProvidedContext {
    migrations: D1Migration[];
    /** Whether proofs run at length. */
    prove: boolean;
  }
}

// Storage is isolated by file, and a setup file runs once a file: each starts with an empty, current database.
await applyD1Migrations(env.DB, inject("migrations"));
