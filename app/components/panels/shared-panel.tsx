import { lazy, Suspense } from "react";
import type { Panel } from "../../../core/boards/document";
import { PanelPlaceholder } from "./panel-placeholder";

const ListPanel = lazy(() => import("./list/list-panel"));
const NotePanel = lazy(() => import("./note/note-panel"));
const EventsPanel = lazy(() => import("./events/events-panel"));
const DiscussionPanel = lazy(() => import("./discussion/discussion-panel"));
const FollowedPanel = lazy(() => import("./followed/followed-panel"));

type SharedDefinition = Extract<Panel, { type: "list" | "note" | "events" | "discussion" | "followed" }>;

/** What people do and keep together: a board without it downloads none of it. */
export function SharedPanel({ panel }: { panel: SharedDefinition }) {
  return (
    <Suspense fallback={<PanelPlaceholder panel={panel} />}>
      <PanelOfKind panel={panel} />
    </Suspense>
  );
}

function PanelOfKind({ panel }: { panel: SharedDefinition }) {
  switch (panel.type) {
    case "list":
      return <ListPanel panel={panel} />;
    case "note":
      return <NotePanel panel={panel} />;
    case "events":
      return <EventsPanel panel={panel} />;
    case "discussion":
      return <DiscussionPanel panel={panel} />;
    case "followed":
      return <FollowedPanel panel={panel} />;
  }
}
