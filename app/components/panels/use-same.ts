import { useState } from "react";

/** A list that stays the same array while its members are the same. */
export function useSame<T>(list: readonly T[]): readonly T[] {
  const [held, hold] = useState(list);
  const isSame = list.length === held.length && list.every((one, i) => one === held[i]);
  if (!isSame) hold(list);
  return isSame ? held : list;
}
