import { use } from "react";
import { roleMay } from "../../../core/access/access";
import { UserIdContext } from "../frame/user-id-context";
import { useMembers } from "../people/use-members";

/** Whether the reader may make rules, take alerts on and silence them. */
export function useMayAlert(): boolean {
  const userId = use(UserIdContext);
  const me = useMembers().find(({ id }) => id === userId);
  return me !== undefined && roleMay(me.role, "alert.write");
}
