import type { ComponentProps } from "react";
import { Frame } from "../frame/frame";
import { toolsCode } from "../frame/tools-code";
import { later } from "../loadable/later";

const PaperHead = later(toolsCode, (tools) => tools.PaperHead);

interface BoardFrameProps extends Omit<ComponentProps<typeof Frame>, "here"> {
  isWall: boolean;
  title: string;
}

/** The frame around a board; none on a wall, where nothing but the board is seen. */
export function BoardFrame({ isWall, title, children, ...frame }: BoardFrameProps) {
  if (isWall) return children;
  return (
    <Frame {...frame} here={title}>
      <PaperHead title={title} />
      {children}
    </Frame>
  );
}
