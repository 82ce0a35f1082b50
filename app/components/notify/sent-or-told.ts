import { data } from "react-router";
import { notify } from "./notify";

/**
 * A page's form sent as without this. Where the server cannot be reached, that is told and the page stays, with what is typed
 * on it: an action that throws would have an error's page in its place.
 */
export async function sentOrTold<Answer>(serverAction: () => Promise<Answer>) {
  try {
    return await serverAction();
  } catch (error) {
    // How fetch says that there is no network; anything else is a defect, or an answer.
    if (!(error instanceof TypeError)) throw error;
    notify({ id: "unsent", words: "Not done", more: "The server cannot be reached just now.", stays: 15_000 });
    // After an error's status nothing on the page is asked for again.
    return data(undefined, { status: 503 });
  }
}
