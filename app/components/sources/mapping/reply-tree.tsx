import type { Reply } from "../../../../core/sources/connector";
import { Card } from "../../ui/card";
import { ReplyNode } from "./reply-node";

interface Props {
  readonly reply: Reply;
  /** Called with the place of a part that was chosen to become a key. */
  readonly onChoose: (steps: readonly (string | number)[]) => void;
}

/** The answer of a test, part by part. Choosing one adds the rule that makes keys of it. */
export function ReplyTree({ reply: { body, cut }, onChoose }: Props) {
  return (
    <Card className="hidden group-has-[[value=http-json]:checked]/source:block" aria-labelledby="reply-title">
      <h2 id="reply-title" className="flex min-h-11 items-center px-4 text-14 font-medium text-strong">
        Answer
      </h2>
      <p className="px-4 pb-3 text-muted">
        Choose a part to make a key of it; an object makes one for each of its plain values. In a list whose elements
        have an id, there is one for each element.
        {cut ? " Long lists and texts are shortened here." : ""}
      </p>
      {/* A region that scrolls must be reachable by keyboard. */}
      <section
        aria-labelledby="reply-title"
        tabIndex={0}
        className="max-h-[440px] overflow-auto border-t border-line py-2 font-mono text-12"
      >
        <ul>
          <ReplyNode name={null} value={body} steps={[]} onChoose={onChoose} />
        </ul>
      </section>
    </Card>
  );
}
