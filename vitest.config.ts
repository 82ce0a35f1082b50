import { cloudflareTest, readD1Migrations } from "@cloudflare/vitest-plugin";
import { configDefaults, defineConfig } from "vitest/config";
import { otherWorker } from "./scripts/vitest/other-worker.mjs";

/** What workers/testing sees as its environment: a server at home, where private upstreams may be read. */
const bindings = {
  BASE_URL: "http://localhost:8787",
  SIGNUP: "open",
  AUTH_SECRET: "a-secret-that-only-tests-know-0123456789",
  SECRETS_KEY: "a-key-of-32-bytes-that-only-tests-know-ABCD",
  ALLOW_PRIVATE_EGRESS: "true",
  UPSTREAM_MACHINE: "http://upstream.test/metrics",
};

/** Packages of many files. Each test file has a workerd of its own, into which modules come one by one: theirs as one. */
const bundled = [
  "better-auth/adapters/drizzle",
  "better-auth/cookies",
  "better-auth/crypto",
  "better-auth/minimal",
  "better-auth/plugins/organization",
  "better-auth/plugins/organization/access",
  "drizzle-orm",
  "drizzle-orm/batch",
  "drizzle-orm/d1",
  "drizzle-orm/sqlite-core",
  "feedsmith",
  "react-router",
  "valibot",
];

/** Milliseconds for a test: what takes a second alone takes several on a machine that has much else to do. */
const testTimeout = 20_000;

const exclude = [...configDefaults.exclude, "build/**", ".wrangler/**", ".react-router/**", ".deltaboard/**"];

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "node",
          include: ["{app,bench,core,db,e2e,exporter,scripts,server,sources,workers}/**/*.test.{ts,tsx}"],
          exclude: [...exclude, "**/*.{worker,runtime,servers}.test.ts"],
          setupFiles: ["scripts/vitest/quiet-console.ts"],
          // The same modules for all files: to load them for each took longer than the tests.
          isolate: false,
          restoreMocks: true,
          testTimeout,
        },
      },
      {
        // From outside, a workerd that nothing else runs in. These tests wait for what it does by itself.
        test: {
          name: "runtime",
          include: ["workers/**/*.runtime.test.ts"],
          exclude,
          setupFiles: ["scripts/vitest/quiet-console.ts"],
        },
      },
      {
        // Against real servers, which scripts/vitest/servers.mjs starts and stops.
        test: {
          name: "servers",
          include: ["{sources,workers}/**/*.servers.test.ts"],
          exclude,
          globalSetup: ["scripts/vitest/servers.mjs"],
          setupFiles: ["scripts/vitest/quiet-console.ts"],
          testTimeout,
        },
      },
      {
        // From outside, the served build: see faults/README.md. What it measures and prints is told as it comes.
        test: {
          name: "faults",
          include: ["faults/**/*.test.ts"],
          exclude,
          setupFiles: ["scripts/vitest/quiet-console.ts"],
        },
      },
      {
        plugins: [
          cloudflareTest({
            main: "./workers/testing/entry.ts",
            wrangler: { configPath: "./wrangler.toml" },
            miniflare: {
              bindings,
              workers: [await otherWorker("vitest-plugin-runner-workerd")],
              durableObjects: { TOTALS: { className: "Totals", scriptName: "totals" } },
            },
          }),
        ],
        test: {
          name: "workerd",
          include: ["{app,bench,core,db,server,sources,workers}/**/*.worker.test.ts"],
          exclude,
          // A test in workerd has no file system: the migrations are read here and handed over.
          provide: { migrations: await readD1Migrations("migrations"), prove: process.env.DELTABOARD_PROVE === "1" },
          setupFiles: ["scripts/vitest/quiet-console.ts", "scripts/vitest/apply-migrations.ts"],
          deps: {
            optimizer: {
              ssr: {
                enabled: true,
                include: bundled,
                rolldownOptions: { external: [/^node:/, /^cloudflare:/] },
              },
            },
          },
          testTimeout,
        },
      },
    ],
  },
});
