import type { ListedBoard } from "./listed-board";

export interface BoardGroup {
  /** Empty: those of no folder. */
  readonly name: string;
  readonly kind: "starred" | "folder" | "rest";
  readonly boards: readonly ListedBoard[];
}

/**
 * The boards that hold what was searched, in their groups: those with a star first, then the others of each folder by its
 * name, then the rest. In a group they keep their order.
 */
export function groupedBoards(
  boards: readonly ListedBoard[],
  asked: string,
  starred: ReadonlySet<string>,
): BoardGroup[] {
  const words = asked.toLowerCase().split(/\s+/).filter(Boolean);
  const found = boards.filter(({ title, slug, folder }) => {
    const text = `${title} ${slug} ${folder}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
  const others = found.filter(({ id }) => !starred.has(id));
  const names = [...new Set(others.map(({ folder }) => folder))]
    .filter(Boolean)
    .sort((a, b) => a.localeCompare(b, "en"));
  const groups: BoardGroup[] = [
    { name: "Starred", kind: "starred", boards: found.filter(({ id }) => starred.has(id)) },
    ...names.map((name): BoardGroup => ({ name, kind: "folder", boards: others.filter((one) => one.folder === name) })),
    { name: "", kind: "rest", boards: others.filter(({ folder }) => folder === "") },
  ];
  return groups.filter((group) => group.boards.length > 0);
}
