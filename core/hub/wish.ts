import type { Patch } from "../delta/operation";
import type { Json } from "../json";
import type { WriteRequest } from "../live-object";
import type { AppendFrame } from "../protocol/append";
import type { SetFrame } from "../protocol/set";

/** What one write wants of one key. */
export type Wish = { readonly key: string; readonly ifRev?: number } & (
  | { readonly to: "set"; readonly value: Json }
  | { readonly to: "patch"; readonly patch: Patch }
  | {
      readonly to: "append";
      readonly events: readonly { readonly at?: number; readonly data: Json }[];
      readonly keep?: number;
    }
  | { readonly to: "remove" }
);

export function wishOfFrame(frame: SetFrame | AppendFrame): Wish {
  const { key } = frame;
  if (frame.type === "append") return { to: "append", key, events: [{ data: frame.data }] };
  const { value = null, patch, ifRev } = frame;
  const over = ifRev === undefined ? {} : { ifRev };
  return patch === undefined ? { to: "set", key, value, ...over } : { to: "patch", key, patch, ...over };
}

export function wishesOf({ values = {}, remove = [], events, ifRev }: WriteRequest): Wish[] {
  const over = ifRev === undefined ? {} : { ifRev };
  return [
    ...Object.entries(values).map(([key, value]): Wish => ({ to: "set", key, value, ...over })),
    ...remove.map((key): Wish => ({ to: "remove", key, ...over })),
    ...(events ? [{ to: "append" as const, ...events, ...over }] : []),
  ];
}
