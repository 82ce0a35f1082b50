import { type Answer, ask } from "../network/ask";

const SLUG = "harbour";

/** A workspace on the server, as its owner makes it: by the product's own forms. */
export class Home {
  /** What a request of its owner's browser carries. */
  readonly browser: Readonly<Record<string, string>>;
  readonly #port: number;

  private constructor(port: number, browser: Readonly<Record<string, string>>) {
    this.#port = port;
    this.browser = browser;
  }

  /** @param origin of the server's own pages */
  static async make(origin: string): Promise<Home> {
    const port = Number(new URL(origin).port);
    const fields = { name: "Ada", email: "ada@example.org", password: "correct horse battery", workspace: "Harbour" };
    const answer = await send(port, "/signup", fields, { Origin: origin }, 302);
    const cookies = (answer.headers["set-cookie"] ?? []).map((line) => line.split(";", 1)[0]);
    return new Home(port, { Origin: origin, Cookie: cookies.join("; ") });
  }

  async addSource(kind: "push" | "editable", slug: string): Promise<void> {
    await this.#send("/sources/new", { kind, name: slug, slug, mode: "idle", intent: "save" }, 302);
  }

  /** The text of a new API key. */
  async makeKey(name: string): Promise<string> {
    const { body } = await this.#send("/settings/keys", { intent: "make", name }, 200);
    const key = /dbk_[0-9A-Za-z]{40}/.exec(body)?.[0];
    if (key === undefined) throw new Error("no key was made");
    return key;
  }

  #send(path: string, fields: Record<string, string>, status: number): Promise<Answer> {
    return send(this.#port, `/w/${SLUG}${path}`, fields, this.browser, status);
  }
}

async function send(
  port: number,
  path: string,
  fields: Record<string, string>,
  headers: Readonly<Record<string, string>>,
  status: number,
): Promise<Answer> {
  // A form is taken from a page of the same host only.
  const form = { Host: `localhost:${port}`, "Content-Type": "application/x-www-form-urlencoded" };
  const body = new URLSearchParams(fields).toString();
  const answer = await ask({ port, method: "POST", path, headers: { ...headers, ...form }, body, within: 30_000 });
  if (answer?.status !== status)
    throw new Error(`POST ${path} was answered ${answer?.status}:\n${answer?.body.slice(0, 500)}`);
  return answer;
}
