import { createContext } from "react";

/** Which build makes this page. In the browser it is undefined: there it stands on `<html>`. */
export const BuildContext = createContext<string | undefined>(undefined);
