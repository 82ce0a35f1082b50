import type { ServedWorker } from "./served-worker";

/** Somebody who signed up: the cookie of their session, and the page they were led to. */
export interface Member {
  readonly cookie: string;
  readonly path: string;
}

/** Sends a form as the product's own page does; a redirect is its success. */
export async function sendForm(
  app: ServedWorker,
  path: string,
  fields: Record<string, string>,
  cookie = "",
): Promise<Response> {
  const headers = { Origin: app.origin, Cookie: cookie };
  const answer = await fetch(app.origin + path, {
    method: "POST",
    body: new URLSearchParams(fields),
    headers,
    redirect: "manual",
  });
  if (answer.status !== 302) throw new Error(`POST ${path} was answered ${answer.status}:\n${await answer.text()}`);
  return answer;
}

/** `invite`: the id of an invitation; without, a workspace named Harbour is made. */
export async function signUp(app: ServedWorker, email: string, invite?: string): Promise<Member> {
  const where = invite === undefined ? { workspace: "Harbour" } : { invite };
  const answer = await sendForm(app, "/signup", { name: "Ada", email, password: "correct horse battery", ...where });
  const cookie = answer.headers.getSetCookie().map((line) => line.split(";")[0]);
  return { cookie: cookie.join("; "), path: answer.headers.get("Location") ?? "" };
}
