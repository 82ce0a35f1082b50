/** Where something goes in a list: before or after another of it. */
export interface Move {
  readonly slug: string;
  readonly side: "before" | "after";
  readonly other: string;
}

/** The list with one of it beside another; the same list where one of the two is not in it, or is the other. */
export function moved(slugs: readonly string[], { slug, side, other }: Move): readonly string[] {
  if (slug === other || !slugs.includes(slug) || !slugs.includes(other)) return slugs;
  const rest = slugs.filter((one) => one !== slug);
  return rest.toSpliced(rest.indexOf(other) + (side === "after" ? 1 : 0), 0, slug);
}
