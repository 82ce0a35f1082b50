import type { Role } from "../../../core/protocol/welcome";

/** What people call the roles. */
export const roleWords: Readonly<Record<Role, string>> = {
  owner: "Owner",
  admin: "Admin",
  editor: "Editor",
  viewer: "Viewer",
};

/** What each may do, in the words of the invite form. */
export const roleDuties: Readonly<Record<Role, string>> = {
  viewer: "watches boards",
  editor: "changes boards and sources too",
  admin: "manages members too",
  owner: "manages owners too",
};
