import type { Dice } from "./dice";
import { DAY, dayCurve, type MakeScene, MINUTE, rounded, series, text } from "./scene";

const DISTRICTS = ["Harbour", "Old town", "Northfield", "Riverside", "Hillcrest", "Westgate", "Meadow", "Station"];
const YEAR = 365 * DAY;
/** Growth is counted from here: 1 January 2020. */
const START = 1_577_836_800_000;
/** A home is sold in about two of three of these. */
const SLOT = 7 * MINUTE;
/** As many as a stream holds where nothing is said. */
const SLOTS_BACK = 100;

function pathOf(district: string): string {
  return district.toLowerCase().replaceAll(" ", "_");
}

/** The price of a square metre: each district begins elsewhere and grows at its own pace, with ups and downs. */
function price(dice: Dice, district: number, now: number): number {
  const base = 2_400 + 4_800 * dice.at("base", district);
  const growth = 1 + 0.01 + 0.05 * dice.at("growth", district);
  const swing =
    1 + 0.06 * dice.walk(`price ${district}`, now, YEAR / 2) + 0.004 * dice.walk(`day ${district}`, now, DAY);
  return base * growth ** ((now - START) / YEAR) * swing;
}

interface Sale {
  readonly at: number;
  readonly data: {
    readonly text: string;
    readonly district: string;
    readonly rooms: number;
    readonly area: number;
    readonly price: number;
    readonly id: string;
  };
}

function saleOf(dice: Dice, slot: number): Sale | null {
  if (dice.at("sold", slot) < 0.35) return null;
  const at = Math.floor((slot + dice.at("when", slot)) * SLOT);
  const district = Math.floor(dice.at("where", slot) * DISTRICTS.length);
  const rooms = 1 + Math.floor(5 * dice.at("rooms", slot));
  const area = Math.round(18 + rooms * (17 + 10 * dice.at("area", slot)));
  const paid = 1_000 * Math.round((area * price(dice, district, at) * (0.9 + 0.2 * dice.at("paid", slot))) / 1_000);
  const name = DISTRICTS[district] ?? "";
  const said = `${name}: ${rooms} ${rooms === 1 ? "room" : "rooms"}, ${area} m², ${paid.toLocaleString("en")} €`;
  return { at, data: { text: said, district: name, rooms, area, price: paid, id: String(slot) } };
}

function lately(dice: Dice, now: number): Sale[] {
  const last = Math.floor(now / SLOT);
  const slots = Array.from({ length: SLOTS_BACK }, (_, i) => last - SLOTS_BACK + 1 + i);
  return slots.flatMap((slot) => saleOf(dice, slot) ?? []).filter(({ at }) => at <= now);
}

/** A property market of eight districts: prices, what is on offer, how long it takes to sell, and the sales. */
export const property: MakeScene = (dice, now) => {
  const sales = lately(dice, now);
  const prices = DISTRICTS.map((_, i) => price(dice, i, now));
  const today = sales.filter(({ at }) => at > now - DAY / 4);
  return {
    readings: [
      series("price", rounded(prices.reduce((sum, one) => sum + one, 0) / prices.length, 0), "€/m²"),
      ...DISTRICTS.flatMap((name, i) => [
        series(`price_in.${pathOf(name)}`, rounded(prices[i] ?? 0, 0), "€/m²"),
        series(
          `on_offer.${pathOf(name)}`,
          Math.round(60 + 50 * dice.at("offers", i) + 18 * dice.walk(`offer ${i}`, now, 20 * DAY)),
        ),
        series(
          `days_to_sell.${pathOf(name)}`,
          rounded(34 + 20 * dice.at("days", i) + 8 * dice.walk(`days ${i}`, now, 30 * DAY), 0),
          "d",
        ),
      ]),
      series("viewings_an_hour", Math.round(4 + 46 * dayCurve(now) * (1 + 0.2 * dice.walk("viewings", now, DAY)))),
      series("sales_in_6_hours", today.length),
      text("latest", sales.at(-1)?.data.text ?? null),
    ],
    happened: [{ path: "sales", meta: { kind: "stream" }, events: sales }],
  };
};
