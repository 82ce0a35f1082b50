import { env } from "cloudflare:workers";
import { logIn, logOut } from "../log-in";
import { signUp } from "../sign-up";

const ORIGIN = "http://localhost:8787";
export const PASSWORD = "four words make one";
let addresses = 0;

interface Person {
  readonly name?: string;
  readonly email: string;
  readonly workspace?: string;
  readonly [field: string]: string | undefined;
}

/** A form as a browser holds it. */
export function formOf(fields: Readonly<Record<string, string | undefined>>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) if (value !== undefined) form.set(name, value);
  return form;
}

/** Keeps cookies and has an address of its own, so that the rate limits of two tests have nothing to do with another. */
export class Browser {
  readonly headers = new Headers({ Origin: ORIGIN, "CF-Connecting-IP": `192.0.2.${++addresses}` });
  readonly #env: Env;

  constructor(over: Readonly<Record<string, unknown>> = {}) {
    this.#env = { ...env, ...over };
  }

  request(path = "/", method = "POST"): Request {
    return new Request(ORIGIN + path, { method, headers: this.headers });
  }

  async signUp({ name = "Night desk", ...person }: Person) {
    const form = formOf({ name, password: PASSWORD, ...person });
    const result = await signUp(this.request("/signup"), this.#env, form, new Date());
    if (result.ok) this.#keep(result.headers);
    return result;
  }

  async logIn(email: string, password = PASSWORD) {
    const result = await logIn(this.request("/login"), this.#env, formOf({ email, password }));
    if (result.ok) this.#keep(result.headers);
    return result;
  }

  async logOut() {
    const headers = await logOut(this.request("/logout"), this.#env);
    this.#keep(headers);
    return headers;
  }

  #keep(given: Headers) {
    const pairs = given.getSetCookie().map((line) => line.split(";", 1)[0] ?? "");
    this.headers.set("Cookie", pairs.join("; "));
  }
}
