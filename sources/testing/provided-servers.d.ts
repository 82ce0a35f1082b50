import "vitest";

declare module "vitest" {
  interface ProvidedContext {
    /** Addresses of a real Prometheus server and of a real exporter's metrics. */
    prometheus: { server: string; exporter: string };
    /** A real PostgreSQL, with its password. */
    postgres: string;
  }
}
