import { MAX_TEXT } from "../../../../sources/csv/settings";
import type { KindCard } from "./kind-card";

export const csvCard: KindCard = {
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
