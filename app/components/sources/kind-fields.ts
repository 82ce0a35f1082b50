import { MAX_TEXT } from "../../../sources/csv/settings";
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

const csv: KindCard = {
  title: "Table",
  shown: "group-has-[[value=csv]:checked]/source:block",
  fields: [
    {
      setting: "make",
      type: "choice",
      label: "Make keys of",
      choices: [
        ["last", "the last row, one for each column"],
        ["first", "the first row, one for each column"],
        ["cells", "all cells, by row and column"],
        ["rows", "the whole table, as one list"],
      ],
    },
    {
      setting: "rowKey",
      type: "text",
      label: "Rows told apart by",
      placeholder: "a column",
      hint: "The column whose cells name the rows.",
    },
    {
      setting: "header",
      type: "choice",
      label: "First line",
      choices: [
        ["yes", "names the columns"],
        ["no", "is a row already"],
      ],
    },
    {
      setting: "delimiter",
      type: "choice",
      label: "Between cells",
      choices: [
        ["auto", "found out"],
        ["comma", "comma"],
        ["semicolon", "semicolon"],
        ["tab", "tab"],
        ["pipe", "|"],
      ],
    },
    {
      setting: "decimal",
      type: "choice",
      label: "Numbers are written",
      choices: [
        ["point", "1,234.5"],
        ["comma", "1.234,5"],
      ],
    },
    {
      setting: "columns",
      type: "lines",
      label: "What columns hold",
      placeholder: "Price: number EUR",
      hint: "One a line: the column, then number, text or date and perhaps a unit; skip leaves it out. Others are guessed.",
    },
    {
      setting: "text",
      type: "long",
      label: "The table itself, without an address",
      placeholder: "Paste it here, or choose a file.",
      hint: "Kept with the source, 200,000 characters at most.",
      file: { accept: ".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain", most: MAX_TEXT },
    },
  ],
};

const prometheusQuery: KindCard = {
  title: "Queries",
  shown: "group-has-[[value=prometheus-query]:checked]/source:block",
  fields: [
    {
      setting: "queries",
      type: "lines",
      label: "Queries",
      placeholder: "load = node_load1",
      hint: 'One a line: a key\'s name, =, PromQL and, after #, perhaps a unit: cpu = 100 * (1 - avg(rate(node_cpu_seconds_total{mode="idle"}[1m]))) # %',
    },
    {
      setting: "labels",
      type: "words",
      label: "Labels that name keys",
      placeholder: "all",
      hint: "Such as instance. Their values follow the name.",
    },
    {
      setting: "range",
      type: "number",
      label: "Minutes up to now",
      placeholder: "0",
      hint: "Makes lists of points in place of single values.",
    },
  ],
};

const httpJson: KindCard = {
  title: "Request",
  shown: "group-has-[[value=http-json]:checked]/source:block",
  fields: [
    {
      setting: "query",
      type: "pairs",
      label: "Parameters",
      placeholder: "limit: 100",
      hint: "One a line: its name, a colon, its value.",
    },
    {
      setting: "headers",
      type: "pairs",
      label: "Headers",
      placeholder: "Authorization: Bearer …",
      hint: "One a line. Those that carry a credential, such as Authorization, are kept as secrets.",
    },
    {
      setting: "body",
      type: "long",
      label: "Post this",
      placeholder: '{"query": "…"}',
      hint: "Empty to ask by GET. Sent as JSON, unless a header says otherwise.",
    },
    {
      setting: "pages.by",
      type: "choice",
      label: "Further pages",
      choices: [
        ["", "are not read"],
        ["header", "by a Link header"],
        ["address", "by an address in the answer"],
        ["cursor", "by a cursor in the answer"],
      ],
    },
    {
      setting: "pages.expression",
      type: "text",
      label: "Where it is",
      placeholder: "next",
      hint: "JMESPath to the address or cursor.",
    },
    {
      setting: "pages.parameter",
      type: "text",
      label: "The cursor's parameter",
      placeholder: "after",
    },
  ],
};

const httpCheck: KindCard = {
  title: "Check",
  shown: "group-has-[[value=http-check]:checked]/source:block",
  fields: [
    {
      setting: "contains",
      type: "text",
      label: "Must hold",
      placeholder: "any answer will do",
      hint: "Text that the answer has to contain, as it is written.",
    },
  ],
};

const feed: KindCard = {
  title: "Items",
  shown: "group-has-[[value=feed]:checked]/source:block",
  fields: [
    {
      setting: "keep",
      type: "number",
      label: "Items kept",
      placeholder: "100",
      hint: "The newest ones, 400 at most.",
    },
  ],
};

const synthetic: KindCard = {
  title: "Scene",
  shown: "group-has-[[value=synthetic]:checked]/source:block",
  fields: [
    {
      setting: "scene",
      type: "choice",
      label: "Scene",
      choices: [
        ["service", "a web service with incidents"],
        ["property", "a property market"],
        ["seasons", "numbers with days and weeks"],
        ["walks", "numbers that wander"],
      ],
    },
    { setting: "seed", type: "text", label: "Seed", placeholder: "1", hint: "Another seed is another history." },
    {
      setting: "count",
      type: "number",
      label: "How many numbers",
      placeholder: "4",
      hint: "Of the last two scenes, 200 at most.",
    },
  ],
};

/** The cards of the kinds that have fields of their own. */
export const kindCards: ReadonlyMap<string, KindCard> = new Map([
  ["prometheus-scrape", prometheusScrape],
  ["prometheus-query", prometheusQuery],
  ["feed", feed],
  ["http-json", httpJson],
  ["csv", csv],
  ["synthetic", synthetic],
  ["http-check", httpCheck],
]);

/** Every kind's own fields with their names in the form. */
export const ownFields: readonly (readonly [name: string, field: OwnField])[] = [...kindCards].flatMap(
  ([kind, { fields }]) => fields.map((field) => [ownName(kind, field.setting), field] as const),
);
