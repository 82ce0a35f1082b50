import { type OwnField, ownName } from "./own-field";

/** What a kind's card is called, and what is on it. */
export interface KindCard {
  readonly title: string;
  /** Shows the card while its kind is chosen. Written out, because the style sheet is made of what stands in the code. */
  readonly shown: string;
  readonly fields: readonly OwnField[];
}

const prometheusScrape: KindCard = {
  title: "Metrics",
  shown: "group-has-[[value=prometheus-scrape]:checked]/source:block",
  fields: [
    {
      setting: "include",
      type: "words",
      label: "Only these",
      placeholder: "all",
      hint: "Names with * for any part, separated by blanks.",
    },
    { setting: "exclude", type: "words", label: "Not these", placeholder: "none", hint: "Such as go_* process_*" },
    {
      setting: "prefix",
      type: "text",
      label: "Take off the front of names",
      placeholder: "nothing",
      hint: "Such as node_",
    },
  ],
};

/** The cards of the kinds that have fields of their own. */
export const kindCards: ReadonlyMap<string, KindCard> = new Map([["prometheus-scrape", prometheusScrape]]);

/** Every kind's own fields with their names in the form. */
export const ownFields: readonly (readonly [name: string, field: OwnField])[] = [...kindCards].flatMap(
  ([kind, { fields }]) => fields.map((field) => [ownName(kind, field.setting), field] as const),
);
