import { arrange, lines, stats } from "./arrange";
import type { Template } from "./template";

const NOW =
  "temperature_2m,apparent_temperature,relative_humidity_2m,precipitation,cloud_cover,pressure_msl,wind_speed_10m";
const DAYS = "temperature_2m_max,temperature_2m_min,precipitation_sum,wind_speed_10m_max";

const days = ["today", "tomorrow", "after"].flatMap((day, i) => [
  { path: `${day}.high`, expression: `daily.temperature_2m_max[${i}]`, unit: "°C" },
  { path: `${day}.low`, expression: `daily.temperature_2m_min[${i}]`, unit: "°C" },
  { path: `${day}.rain`, expression: `daily.precipitation_sum[${i}]`, unit: "mm" },
]);

/** By Open-Meteo, free for non-commercial use: open-meteo.com/en/docs. */
export const weather: Template = {
  slug: "weather",
  title: "Weather",
  about: "Now and the next two days, by Open-Meteo",
  icon: "weather",
  asks: [
    { name: "place", label: "Place", initial: "Oslo" },
    { name: "latitude", label: "Latitude", initial: "59.91", hint: "Degrees north; south is negative." },
    { name: "longitude", label: "Longitude", initial: "10.75", hint: "Degrees east; west is negative." },
  ],
  sources: ({ place, latitude = "", longitude = "" }) => [
    {
      slug: "weather",
      name: `Weather in ${place}`,
      kind: "http-json",
      interval: 600_000,
      settings: {
        url: `https://api.open-meteo.com/v1/forecast?${new URLSearchParams({
          latitude,
          longitude,
          current: NOW,
          daily: DAYS,
          forecast_days: "3",
          wind_speed_unit: "ms",
          timezone: "auto",
        })}`,
        mapping: [
          { path: "temperature", expression: "current.temperature_2m", unit: "°C" },
          { path: "feels_like", expression: "current.apparent_temperature", unit: "°C" },
          { path: "humidity", expression: "current.relative_humidity_2m", unit: "%" },
          { path: "rain", expression: "current.precipitation", unit: "mm" },
          { path: "clouds", expression: "current.cloud_cover", unit: "%" },
          { path: "pressure", expression: "current.pressure_msl", unit: "hPa" },
          { path: "wind", expression: "current.wind_speed_10m", unit: "m/s" },
          ...days,
        ],
      },
    },
  ],
  shows: { path: "temperature", name: "Now" },
  board: (slugOf, { place = "" }) => ({
    schema: 1,
    title: `Weather in ${place}`,
    panels: panels((path) => `${slugOf("weather")}.${path}`),
  }),
};

function panels(at: (path: string) => string) {
  return arrange([
    stats(
      { id: "temperature", title: "Temperature", key: at("temperature") },
      { id: "feels", title: "Feels like", key: at("feels_like") },
      { id: "wind", title: "Wind", key: at("wind") },
      { id: "rain", title: "Rain", key: at("rain") },
      { id: "humidity", title: "Humidity", key: at("humidity") },
      { id: "pressure", title: "Pressure", key: at("pressure") },
    ),
    lines(
      {
        id: "temperatures",
        title: "Temperature, °C",
        series: [
          { key: at("temperature"), name: "measured" },
          { key: at("feels_like"), name: "feels like" },
        ],
      },
      { id: "winds", title: "Wind, m/s", series: [{ key: at("wind") }], min: 0, area: true },
    ),
    {
      height: 8,
      weights: [2, 1],
      panels: [
        {
          id: "forecast",
          type: "table",
          title: "Forecast",
          keys: [at("today.*"), at("tomorrow.*"), at("after.*")],
        },
        { id: "sources", type: "status", title: "Sources" },
      ],
    },
  ]);
}
