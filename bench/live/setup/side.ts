/** An object that is served. `name`: its file in bench/live/objects. */
export interface Served {
  readonly name: string;
  readonly className: string;
  /** Whether it has the product's D1 behind it. */
  readonly database: boolean;
  readonly vars: Record<string, string>;
  /** Statements for its D1, beside those for the workspace that every product has. */
  readonly rows?: readonly string[];
}

/** One of those that are compared by what readers get of them. */
export interface Side extends Served {
  readonly name: "product" | "bare" | "plain";
}

export const product: Side = {
  name: "product",
  className: "Product",
  database: true,
  vars: {
    BASE_URL: "http://127.0.0.1",
    SIGNUP: "open",
    AUTH_SECRET: "known-to-measurements-alone-0123456789",
    ALLOW_PRIVATE_EGRESS: "false",
    LIMITS: JSON.stringify({ sockets: 10_000, socketsAUser: 10_000 }),
  },
};
export const bare: Side = { name: "bare", className: "Bare", database: false, vars: {} };
export const plain: Side = { name: "plain", className: "Plain", database: false, vars: {} };
