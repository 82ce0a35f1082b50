import type { FaultSubject } from "../../testing/fault-subject";

const histogram = '# TYPE h histogram\nh_bucket{le="1"} 1\nh_bucket{le="+Inf"} 2\nh_sum 1\nh_count 2\n';

export const prometheusScrapeFaults: FaultSubject = {
  kind: "prometheus-scrape",
  settings: (url) => ({ url }),
  contentType: "text/plain; version=0.0.4",
  good: (value) => `n ${value}\n`,
  path: "n",
  bad: {
    "comments alone": "# HELP n N.\n# TYPE n gauge\n",
    "a value that is none": "n 1\nm oops\n",
    "a label without quotation marks": "n{a=b} 1\n",
    JSON: '{"n":1}',
  },
  shapes: [
    "n 1\nm 2\n",
    "n NaN\n",
    'n{a="1"} 1\nn{a="2"} 2\n',
    "# TYPE n counter\nn 5\n",
    "# TYPE n counter\nn 3\n",
    `${histogram}n 1\n`,
    histogram.replaceAll(" 2", " 9"),
    "m 1\n",
    "n +Inf\nm -Inf\n",
    "",
  ],
  poisoned: {
    "a label that means something to an object": 'n 2\nm{__proto__="a",constructor="b"} 1\n',
    "a name that does": "n 2\n__proto__ 1\nconstructor 1\n",
    "a label's value of 10 kB": `n 2\nm{a="${"k".repeat(10_000)}"} 1\n`,
    "a label's value with a NUL, dots and a face": 'n 2\nm{a="\u0000..\u{1f600}"} 1\n',
    "numbers beyond JSON's own": "n 2\nm 1e999\no -Inf\np NaN\n",
    "a bucket that is none": 'n 2\n# TYPE h histogram\nh_bucket{le="x"} 1\nh_bucket{le="+Inf"} 1\n',
  },
};
