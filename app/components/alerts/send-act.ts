const refused: Readonly<Record<number, string>> = {
  401: "Your session has ended. Sign in again.",
  403: "Your role lets you look, not change.",
  404: "This rule is not there any more.",
};

/** Sends what somebody does about a rule to the page of the alerts. Null: done; else why not, in a sentence. */
export async function sendAct(slug: string, form: FormData): Promise<string | null> {
  try {
    const answer = await fetch(`/w/${slug}/alerts`, { method: "POST", body: form, redirect: "manual" });
    // What was done is answered with the way back to that page, which is for browsers without JavaScript.
    if (answer.type === "opaqueredirect") return null;
    return refused[answer.status] ?? "The server could not do it just now. Try again.";
  } catch (error) {
    // How fetch says that there is no network; anything else is a defect.
    if (error instanceof TypeError) return "The server cannot be reached just now.";
    throw error;
  }
}
