import { dayCurve, HOUR, type MakeScene, rounded, series, weekCurve } from "./scene";

/** Numbers that wander around 100. */
export const walks: MakeScene = (dice, now, count) => ({
  readings: Array.from({ length: count }, (_, i) =>
    series(`walk.${i + 1}`, rounded(100 + 40 * dice.walk(`walk ${i}`, now, 6 * HOUR), 2)),
  ),
  happened: [],
});

/** Numbers with a day and a week in them, each of another size, and some noise. */
export const seasons: MakeScene = (dice, now, count) => ({
  readings: Array.from({ length: count }, (_, i) => {
    const size = 20 + 180 * dice.at("size", i);
    const level = size * (0.3 + 0.7 * dayCurve(now - i * HOUR) * weekCurve(now));
    return series(`season.${i + 1}`, rounded(level * (1 + 0.08 * dice.walk(`season ${i}`, now, HOUR)), 2));
  }),
  happened: [],
});
