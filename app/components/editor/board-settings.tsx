import * as v from "valibot";
import { type BoardDocument, boardDocument } from "../../../core/boards/document";
import { plainWords } from "../../../core/schema/plain-words";
import { Button } from "../ui/button";
import { SelectField } from "../ui/field";
import { DraftField } from "./draft-field";
import { Setting } from "./setting";
import type { Session } from "./use-edit-session";
import { VariablesSetting } from "./variables-setting";

type Board = Omit<BoardDocument, "panels" | "schema">;

const MINUTE = 60_000;
const spans = [
  [undefined, "15 minutes, as usual"],
  [5 * MINUTE, "5 minutes"],
  [60 * MINUTE, "1 hour"],
  [6 * 60 * MINUTE, "6 hours"],
  [24 * 60 * MINUTE, "24 hours"],
  [7 * 24 * 60 * MINUTE, "7 days"],
] as const;

/** What is the board's own: its title, how far back it looks, its variables. */
export function BoardSettings({ session }: { session: Session }) {
  const { panels: _, schema: __, ...board } = session.now;
  const rest = () => session.act({ type: "rest" });
  const put = (next: Board, run: string): string | null => {
    const document: unknown = { ...JSON.parse(JSON.stringify(next)), schema: 1, panels: [] };
    const parsed = v.safeParse(boardDocument, document, plainWords);
    if (!parsed.success) return parsed.issues[0].message;
    const { panels: ___, schema: ____, ...whole } = parsed.output;
    session.edit({ type: "board", board: whole }, run);
    return null;
  };
  return (
    <>
      <Setting title="Board">
        <DraftField
          label="Title"
          value={board.title}
          rest={rest}
          set={(title) => (title.trim() === "" ? "A board has a title." : put({ ...board, title }, "title"))}
        />
        <SelectField
          label="Looks back"
          name="span"
          value={String(board.span ?? "")}
          onChange={({ target }) => {
            const { span: _____, ...others } = board;
            put(target.value === "" ? others : { ...others, span: Number(target.value) }, "span");
            rest();
          }}
        >
          {spans.map(([span, words]) => (
            <option key={words} value={span ?? ""}>
              {words}
            </option>
          ))}
        </SelectField>
      </Setting>
      <VariablesSetting
        variables={board.variables ?? []}
        rest={rest}
        put={(variables) => {
          const { variables: _____, ...others } = board;
          return put(variables.length === 0 ? others : { ...others, variables: [...variables] }, "variables");
        }}
      />
      <Setting title="Layout">
        <div>
          <Button onClick={() => session.edit({ type: "close-gaps" })}>Close gaps between panels</Button>
        </div>
      </Setting>
    </>
  );
}
