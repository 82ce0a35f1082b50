import { applyD1Migrations, type D1Migration } from "cloudflare:test";
import { env } from "cloudflare:workers";

declare global {
  namespace Cloudflare {
    interface Env {
      /** Read by vitest.config.ts on the Node side: a test in workerd has no file system. */
      TEST_MIGRATIONS: D1Migration[];
    }
  }
}

// Storage is isolated by file, and a setup file runs once a file: each starts with an empty, current database.
await applyD1Migrations(env.DB, env.TEST_MIGRATIONS);
