import { Link } from "react-router";
import { isFormula } from "../../../../core/boards/patterns-in";
import { useBoard } from "../board-context";
import { PanelMessage } from "../panel-message";
import { useMissingSource } from "../use-missing-source";

interface NoValuesProps {
  /** What was asked for: keys, patterns, formulas. */
  asked: readonly string[];
  /** The sources behind that. */
  slugs: readonly string[];
  /** Why a formula cannot be worked out; null where all can. */
  problem: string | null;
}

/** Why a panel has nothing to show: nothing of what it asks for is there, or a formula cannot be worked out. A source can be made. */
export function NoValues({ asked, slugs, problem }: NoValuesProps) {
  const missing = useMissingSource(slugs);
  const { mayWrite } = useBoard();
  if (problem !== null) return <PanelMessage title="This formula cannot be worked out">{problem}</PanelMessage>;
  const title =
    missing === undefined ? (
      titleOf(asked)
    ) : (
      <>
        There is no source “{missing}”{" "}
        {mayWrite ? (
          <Link to={`../sources/new?slug=${missing}`} className="underline">
            Make it
          </Link>
        ) : null}
      </>
    );
  return (
    <PanelMessage title={title}>
      <code>{asked.join(", ")}</code>
    </PanelMessage>
  );
}

function titleOf([first, ...others]: readonly string[]): string {
  if (others.length > 0) return "None of these keys is there";
  return first !== undefined && isFormula(first) ? "None of its keys is there" : "No such key";
}
