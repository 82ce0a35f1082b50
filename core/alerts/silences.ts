/** For how long a rule may be silenced, in milliseconds: a quarter of an hour, one hour, eight, a day. */
export const silences = [15 * 60_000, 3_600_000, 8 * 3_600_000, 24 * 3_600_000] as const;
