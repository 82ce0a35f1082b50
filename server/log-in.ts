import { createAuth } from "./auth";
import { askAuth } from "./auth-request";
import { log } from "./log";
import { waitWords } from "./wait-words";

export type LogInResult =
  | { readonly ok: true; readonly headers: Headers }
  | { readonly ok: false; readonly status: number; readonly problem: string };

/** Signs in by address and password. A refusal never says which of the two was wrong. */
export async function logIn(request: Request, env: Env, form: FormData): Promise<LogInResult> {
  const email = form.get("email");
  const password = form.get("password");
  if (typeof email !== "string" || typeof password !== "string" || email === "" || password === "") {
    return { ok: false, status: 400, problem: "Write your address and your password." };
  }
  const answer = await askAuth(createAuth(env), request, "/sign-in/email", { email: email.trim(), password });
  if (answer.ok) return answer;
  const { status, code, retryAfter } = answer;
  if (status === 429) return { ok: false, status, problem: waitWords(retryAfter) };
  // 400: not an address at all. Answered like a wrong one, so that no answer tells more than another.
  if (status === 401 || status === 400) return { ok: false, status: 401, problem: "Address or password is wrong." };
  log.error("log_in_refused", { status, code });
  return { ok: false, status: 503, problem: "Signing in did not work just now. Try again." };
}

/** Ends the session of the request's cookie, its sockets first. The headers take the cookie away. */
export async function logOut(request: Request, env: Env): Promise<Headers> {
  const answer = await askAuth(createAuth(env), request, "/sign-out");
  if (answer.ok) return answer.headers;
  throw new Error(`Signing out was refused: ${answer.status} ${answer.code}`);
}
