import { createContext } from "react";
import type { Folds } from "./folds";

/** What the server knew of this reader's folds when it made the page, so that the browser begins with the same. */
export const FoldsContext = createContext<Folds>({});
