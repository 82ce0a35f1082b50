import { createContext } from "react";

/** Whose page it is: null where nobody is signed in to a workspace. */
export const UserIdContext = createContext<string | null>(null);
