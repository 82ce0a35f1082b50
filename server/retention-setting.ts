import * as v from "valibot";
import { strictObject } from "../core/schema/strict-object";
import { whole } from "../core/schema/whole";
import { jsonSetting } from "./json-setting";

/** How long history is kept: as it was recorded, in steps of a minute, in steps of an hour. */
export interface Retention {
  readonly rawHours: number;
  readonly minuteDays: number;
  readonly hourDays: number;
}

export const defaultRetention: Retention = { rawHours: 48, minuteDays: 31, hourDays: 730 };

const within = (least: number, most: number) => {
  const error = `Write a whole number from ${least} to ${most}.`;
  return v.optional(v.pipe(whole(error), v.minValue(least, error), v.maxValue(most, error)));
};

// Below a day and a bit an hour could go before it is summed up; the rest only has to be a time.
const WANTED = 'Write a JSON object with any of rawHours, minuteDays and hourDays, such as {"rawHours":72}.';
const some = strictObject(
  { rawHours: within(26, 24 * 366), minuteDays: within(2, 3_660), hourDays: within(2, 36_600) },
  WANTED,
  WANTED,
);

/** The setting RETENTION: JSON with any of the three. What it does not name keeps its default. */
export const retentionSetting = v.pipe(
  jsonSetting('{"rawHours":72}'),
  v.pipe(
    some,
    v.transform(
      ({
        rawHours = defaultRetention.rawHours,
        minuteDays = defaultRetention.minuteDays,
        hourDays = defaultRetention.hourDays,
      }): Retention => ({ rawHours, minuteDays, hourDays }),
    ),
  ),
);
