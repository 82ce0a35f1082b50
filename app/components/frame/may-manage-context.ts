import { createContext } from "react";

/** Whether the reader may manage the workspace's members: only then do the places show the settings. */
export const MayManageContext = createContext(false);
