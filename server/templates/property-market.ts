import { arrange, lines, stats } from "./arrange";
import type { Template } from "./template";

/** Made up, and marked so on every panel: there is no open feed of asking prices that everybody may read. */
export const propertyMarket: Template = {
  slug: "property-market",
  title: "Property market",
  about: "Prices, offers and sales by district; synthetic, for a look at what a board can be",
  icon: "home",
  asks: [],
  sources: () => [
    {
      slug: "homes",
      name: "Property market",
      kind: "synthetic",
      interval: 5_000,
      settings: { scene: "property", seed: "1" },
    },
  ],
  shows: { path: "price", name: "A square metre" },
  board: (slugOf) => {
    const at = (path: string) => `${slugOf("homes")}.${path}`;
    return {
      schema: 1,
      title: "Property market",
      panels: arrange([
        stats(
          { id: "price", title: "Asking price", key: at("price") },
          { id: "viewings", title: "Viewings an hour", key: at("viewings_an_hour") },
          { id: "sales", title: "Sales in 6 hours", key: at("sales_in_6_hours") },
        ),
        lines(
          { id: "prices", title: "Asking price by district", series: [{ key: at("price_in.*") }] },
          { id: "offers", title: "On offer", series: [{ key: at("on_offer.*") }], min: 0 },
        ),
        {
          height: 9,
          weights: [5, 4, 3],
          panels: [
            { id: "latest", type: "events", title: "Sales", key: at("sales") },
            { id: "days", type: "bar", title: "Days to sell", over: "keys", series: [{ key: at("days_to_sell.*") }] },
            { id: "sources", type: "status", title: "Sources" },
          ],
        },
      ]),
    };
  },
};
