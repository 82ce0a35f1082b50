import { arrange, lines, stats } from "./arrange";
import type { Template } from "./template";

/** Daily reference rates of the European Central Bank, as Frankfurter serves them: frankfurter.dev. */
export const exchangeRates: Template = {
  slug: "exchange-rates",
  title: "Exchange rates",
  about: "The euro against some thirty currencies, by the European Central Bank",
  icon: "exchange",
  asks: [],
  sources: () => [
    {
      slug: "euro",
      name: "Euro reference rates",
      kind: "http-json",
      interval: 3_600_000,
      settings: {
        url: "https://api.frankfurter.dev/v1/latest?base=EUR",
        mapping: [
          { path: "in", expression: "items(rates)", id: "[0]", value: "[1]" },
          { path: "date", expression: "date", label: "Day of the rates" },
        ],
      },
    },
  ],
  shows: { path: "in.USD", name: "US dollars for a euro" },
  board: (slugOf) => {
    const at = (path: string) => `${slugOf("euro")}.${path}`;
    return {
      schema: 1,
      title: "Exchange rates",
      panels: arrange([
        stats(
          ...["USD", "GBP", "CHF", "JPY", "NOK", "CNY"].map((code) => ({
            id: code,
            title: `${code} for a euro`,
            key: at(`in.${code}`),
          })),
        ),
        lines(
          { id: "dollar", title: "US dollar", series: [{ key: at("in.USD") }] },
          { id: "pound", title: "Pound sterling", series: [{ key: at("in.GBP") }] },
        ),
        {
          height: 12,
          weights: [2, 1],
          panels: [
            { id: "all", type: "table", title: "All currencies", keys: [at("in.*"), at("date")] },
            { id: "sources", type: "status", title: "Sources" },
          ],
        },
      ]),
    };
  },
};
