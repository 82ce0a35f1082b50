import type { KindCard } from "./kind-card";

export const sqlCard: KindCard = {
  title: "Database",
  shown: "group-has-[[value=sql]:checked]/source:block",
  fields: [
    {
      setting: "connection",
      type: "secret",
      label: "Database",
      placeholder: "postgres://reader:password@db.example.com/shop",
      hint: "Kept as a secret. Its user should be one that may only read. Or hyperdrive:SQL_… or d1:SQL_…, as the operator bound them.",
    },
    {
      setting: "query",
      type: "long",
      label: "Query",
      placeholder: "SELECT count(*) AS orders FROM orders WHERE at > now() - interval '1 day'",
      hint: "One SELECT, in a transaction that can only read.",
    },
    {
      setting: "make",
      type: "choice",
      label: "Make keys of",
      choices: [
        ["first", "the first row, one for each column"],
        ["cells", "all rows, by row and column"],
        ["rows", "all rows, as one list"],
      ],
    },
    { setting: "rowKey", type: "text", label: "Rows told apart by", placeholder: "a column" },
    { setting: "maxRows", type: "number", label: "Rows at most", placeholder: "100", hint: "5000 at most." },
  ],
};
