import * as v from "valibot";
import { defaultLimits, type Limits } from "../core/hub/limits";
import { strictObject } from "../core/schema/strict-object";
import { whole } from "../core/schema/whole";
import { jsonSetting } from "./json-setting";

const atMost = (most: number) => {
  const error = `Write a whole number from 1 to ${most}.`;
  return v.optional(v.pipe(whole(error), v.minValue(1, error), v.maxValue(most, error)));
};
const any = atMost(Number.MAX_SAFE_INTEGER);

const shape = {
  // The platform takes messages of 32 MiB.
  frameBytes: atMost(32 * 1024 * 1024),
  // It keeps 16,384 bytes with a socket, in which there is also who it belongs to.
  patternBytes: atMost(12 * 1024),
  messagesAMinute: any,
  quietMessagesAMinute: any,
  // A row has 2 MB at most, and a character up to three bytes.
  valueBytes: atMost(512 * 1024),
  keys: any,
  outstandingFrames: any,
  outstandingBytes: any,
  outstandingBytesOfAll: any,
  socketsAUser: any,
  socketsAnAddress: any,
  // The platform's own limit of an object.
  sockets: atMost(32_768),
} satisfies Record<keyof Limits, unknown>;

const someLimits = strictObject(
  shape,
  'Write a JSON object, such as {"socketsAUser":50}.',
  "There is no limit of this name.",
);

/** The setting LIMITS: JSON with any of the limits' names. What it does not name keeps its default. */
export const limitsSetting = v.pipe(
  jsonSetting('{"socketsAUser":50}'),
  v.pipe(
    someLimits,
    v.transform(
      (some: v.InferOutput<typeof someLimits>): Limits => ({
        ...defaultLimits,
        ...Object.fromEntries(Object.entries(some).filter(([, limit]) => limit !== undefined)),
      }),
    ),
  ),
);
