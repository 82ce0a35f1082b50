import { index, type RouteConfig, route } from "@react-router/dev/routes";

export default [
  index("routes/home.tsx"),
  route("login", "routes/login.tsx"),
  route("signup", "routes/signup.tsx"),
  route("logout", "routes/logout.tsx"),
  route("w/:workspace", "routes/workspace.tsx", [
    index("routes/boards.tsx"),
    route("b/:board", "routes/board.tsx"),
    route("b/:board/export", "routes/board-export.ts"),
    route("b/:board/settings", "routes/board-settings.tsx"),
    route("import", "routes/board-import.tsx"),
    route("points", "routes/points.ts"),
    route("messages", "routes/messages.ts"),
    route("keys", "routes/my-keys.tsx"),
    route("keys/find", "routes/find-keys.ts"),
    route("templates", "routes/templates.tsx"),
    route("templates/:template", "routes/template.tsx"),
    route("sources", "routes/sources.tsx"),
    route("sources/new", "routes/source-new.tsx"),
    route("sources/:source", "routes/source.tsx"),
    route("sources/:source/remove", "routes/source-remove.tsx"),
    route("settings/members", "routes/members.tsx"),
    route("settings/keys", "routes/keys.tsx"),
    route("settings/members/:member/remove", "routes/member-remove.tsx"),
  ]),
  route("*", "routes/not-found.tsx"),
] satisfies RouteConfig;
