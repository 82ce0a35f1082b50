/** What people do about a rule that fires. `lasts`: milliseconds, one of `silences`. */
export type AlertAct =
  | { readonly act: "acknowledge" | "unacknowledge" | "unsilence" }
  | { readonly act: "silence"; readonly lasts: number };
