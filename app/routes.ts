import { type RouteConfig, route } from "@react-router/dev/routes";

export default [
  route("login", "routes/login.tsx"),
  route("signup", "routes/signup.tsx"),
  route("logout", "routes/logout.tsx"),
  route("w/:workspace", "routes/workspace.tsx", []),
  route("*", "routes/not-found.tsx"),
] satisfies RouteConfig;
