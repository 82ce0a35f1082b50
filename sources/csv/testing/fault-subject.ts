import type { FaultSubject } from "../../testing/fault-subject";

export const csvFaults: FaultSubject = {
  kind: "csv",
  settings: (url) => ({ url, make: "first" }),
  contentType: "text/csv",
  good: (value) => `n,more\n${value},x\n`,
  path: "n",
  bad: {
    "names alone": "n,more\n",
    "a quotation mark without its other": 'n\n"1',
    "two columns of one name": "n,n\n1,2\n",
    blanks: " \n \n",
  },
  shapes: [
    "n,more\n1,x\n",
    "n\n2\n",
    "n,more,b c\ntext,2,3\n",
    "more\n1\n",
    "n;more\n1;2\n",
    "n,more\n,\n",
    "n\n1,2,3\n",
    "a,b\n",
    "",
  ],
  poisoned: {
    "a name that means something to an object": "n,__proto__,constructor\n2,1,1\n",
    "a name of 10 kB": `n,${"k".repeat(10_000)}\n2,1\n`,
    "a name with a NUL, dots and a face": "n,\u0000..\u{1f600}\n2,1\n",
    "a value over the limit": `n,more\n2,${"a".repeat(300_000)}\n`,
    "a number beyond JSON's own": "n,more\n2,1e999\n",
  },
};
