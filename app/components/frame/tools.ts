import { BoardActions } from "../board/board-actions";
import { DraftNotice } from "../board/draft-notice";
import { EmptyBoard } from "../board/empty-board";
import { PaperHead } from "../board/paper-head";
import { PaletteHost } from "../palette/palette-host";
import { PeopleHere } from "../people/people-here";
import { RangeBar } from "../range/range-bar";
import { PageShortcuts } from "../shortcuts/page-shortcuts";
import { LiveNotice } from "./live-notice";
import { News } from "./news";
import { BottomBar, Rail } from "./places";
import { UserMenu } from "./user-menu";

/** What stands around the values of a page of a workspace, and of a board: who watches wants it a moment after them. */
export const tools = {
  BoardActions,
  BottomBar,
  DraftNotice,
  EmptyBoard,
  LiveNotice,
  News,
  PageShortcuts,
  PaletteHost,
  PaperHead,
  PeopleHere,
  Rail,
  RangeBar,
  UserMenu,
};
