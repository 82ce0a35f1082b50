import type { ComponentProps } from "react";
import { Frame } from "../frame/frame";

/** The frame around a board; none on a wall, where nothing but the board is seen. */
export function BoardFrame({ isWall, ...frame }: ComponentProps<typeof Frame> & { isWall: boolean }) {
  return isWall ? frame.children : <Frame {...frame} />;
}
