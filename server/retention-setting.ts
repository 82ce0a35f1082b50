import * as z from "zod/mini";
import { jsonSetting } from "./json-setting";

/** How long history is kept: as it was recorded, in steps of a minute, in steps of an hour. */
export interface Retention {
  readonly rawHours: number;
  readonly minuteDays: number;
  readonly hourDays: number;
}

export const defaultRetention: Retention = { rawHours: 48, minuteDays: 31, hourDays: 730 };

const whole = (least: number, most: number) => {
  const error = `Write a whole number from ${least} to ${most}.`;
  return z.optional(z.int(error).check(z.minimum(least, error), z.maximum(most, error)));
};

// Below a day and a bit an hour could go before it is summed up; the rest only has to be a time.
const some = z.strictObject(
  { rawHours: whole(26, 24 * 366), minuteDays: whole(2, 3_660), hourDays: whole(2, 36_600) },
  { error: () => 'Write a JSON object with any of rawHours, minuteDays and hourDays, such as {"rawHours":72}.' },
);

/** The setting RETENTION: JSON with any of the three. What it does not name keeps its default. */
export const retentionSetting = z.pipe(
  jsonSetting('{"rawHours":72}'),
  z.pipe(
    some,
    z.transform(
      ({
        rawHours = defaultRetention.rawHours,
        minuteDays = defaultRetention.minuteDays,
        hourDays = defaultRetention.hourDays,
      }): Retention => ({ rawHours, minuteDays, hourDays }),
    ),
  ),
);
