import type { KindCard } from "./kind-card";

export const httpJsonCard: KindCard = {
  title: "Request",
  shown: "group-has-[[value=http-json]:checked]/source:block",
  folded: true,
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
