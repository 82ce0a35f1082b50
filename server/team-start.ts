import type { Principal, WriteRequest } from "../core/live-object";
import { LOG_KEY, NOTE_KEY, TODO_KEY } from "./team-board";

/** Writes what a workspace begins with: a program, since people do not write what programs push. */
export const starter: Principal = { kind: "key", keyId: "starter", name: "Deltaboard" };

/** What stands on the team board before anybody has written there: what can be done with it, in one commit. */
export function teamStart(workspaceName: string): WriteRequest {
  const row = (id: string, text: string, done = false) => ({ id, text, done });
  return {
    values: {
      [TODO_KEY]: [
        row("workspace", `Make the workspace ${workspaceName}`, true),
        row("tick", "Tick this: whoever has the board open sees it at once"),
        row("invite", "Invite the others, in Settings, Members"),
        row("follow", "Follow the keys that matter to you, on My keys"),
        row("push", "Push a first event, with an API key from Settings"),
      ],
      [NOTE_KEY]:
        "A place for what all should know: who is on duty, where the manual is. Everybody sees an edit at once.",
    },
    events: { key: LOG_KEY, events: [{ data: { text: `The workspace ${workspaceName} was made` } }] },
    once: "team-start",
  };
}
