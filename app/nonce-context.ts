import { createContext } from "react";

/** The nonce of this response's policy. In the browser it is undefined: browsers hide it from scripts. */
export const NonceContext = createContext<string | undefined>(undefined);
