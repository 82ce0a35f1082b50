/** One of the objects that are compared. `name`: its file in bench/live/objects. */
export interface Side {
  readonly name: "product" | "bare" | "plain" | "fetching";
  readonly className: string;
  /** Whether it has the product's D1 behind it. */
  readonly database: boolean;
  readonly vars: Record<string, string>;
  /** Statements for its D1, beside those for the workspace that every product has. */
  readonly rows?: readonly string[];
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
