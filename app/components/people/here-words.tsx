import { useHere } from "./use-here";

/** How many people have the board open. Their names are in the header. */
export function HereWords({ boardId }: { boardId: string }) {
  const here = useHere(boardId).length;
  if (here === 0) return null;
  return <span className="whitespace-nowrap">{here === 1 ? "1 person here" : `${here} people here`}</span>;
}
