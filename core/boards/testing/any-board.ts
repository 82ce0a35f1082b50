import fc from "fast-check";
import type { BoardDocument, Panel, Place } from "../document";
import type { Edit } from "../edit";
import { settle } from "../settle";

/** Places as somebody may ask for them, some of which the grid does not have. */
export const anyPlace: fc.Arbitrary<Place> = fc.record({
  x: fc.integer({ min: -3, max: 14 }),
  y: fc.integer({ min: -3, max: 30 }),
  w: fc.integer({ min: -1, max: 14 }),
  h: fc.integer({ min: -1, max: 45 }),
});

const place = fc.integer({ min: 1, max: 12 }).chain((w) =>
  fc.record({
    x: fc.integer({ min: 0, max: 12 - w }),
    y: fc.nat(20),
    w: fc.constant(w),
    h: fc.integer({ min: 1, max: 8 }),
  }),
);
const content = fc.oneof(
  fc.record({ type: fc.constant("stat" as const), title: fc.constantFrom("Load", "Disk"), key: fc.constant("a.x") }),
  fc.record({ type: fc.constant("section" as const), title: fc.constant("Part") }),
);
export const anyPanel = (id: string): fc.Arbitrary<Panel> =>
  fc.tuple(content, place).map(([rest, at]) => ({ ...rest, id, place: at }));

export const IDS = ["a", "b", "c", "d", "e", "f"];

/** A board on which no panel lies on another. */
export const anyBoard: fc.Arbitrary<BoardDocument> = fc
  .tuple(...IDS.map((id) => fc.option(anyPanel(id), { nil: undefined })))
  .map((panels) => ({ schema: 1, title: "Board", panels: settle(panels.filter((one) => one !== undefined)) }));

/** New panels have ids that no other has. */
let made = 0;
const added = fc.array(anyPanel("new"), { minLength: 1, maxLength: 3 }).map((panels): Edit => {
  return { type: "add", panels: panels.map((one) => ({ ...one, id: `new${++made}` })) };
});

export const anyEdit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({
    type: fc.constant("place" as const),
    id: fc.constantFrom(...IDS),
    place: anyPlace,
    on: fc.constantFrom("grid" as const, "phone" as const),
  }),
  added,
  fc.record({ type: fc.constant("remove" as const), id: fc.constantFrom(...IDS) }),
  fc.record({ type: fc.constant("board" as const), board: fc.record({ title: fc.constantFrom("One", "Two") }) }),
  fc.constant<Edit>({ type: "close-gaps" }),
);
