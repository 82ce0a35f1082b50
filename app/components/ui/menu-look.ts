/** How the lines and the box of every menu look. */
export const menuItem =
  "flex h-8 cursor-default items-center gap-2 rounded-4 px-2 text-body outline-none select-none data-highlighted:bg-hover data-highlighted:text-strong phone:h-(--thumb) [&_svg]:size-4 [&_svg]:text-muted";
export const menuBox = "min-w-48 rounded-8 border border-line-strong bg-raised p-1 shadow-float outline-none";
