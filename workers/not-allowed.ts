/** The answer to another method than the one there is (RFC 9110: with the list of those). */
export function notAllowed(method: string): Response {
  const problem = { title: `Only ${method} does something here.`, status: 405, code: "bad_input", retry: "never" };
  const headers = { Allow: method, "Content-Type": "application/problem+json" };
  return Response.json(problem, { status: 405, headers });
}
