import { ArrowDown, ArrowUp } from "lucide";
import { Link } from "react-router";
import type { KeySort } from "../../../core/keys/found-keys";
import { formatSpan } from "../format/age";
import { Icon } from "../ui/icon";
import { type KeyPlace, keyPlace } from "./key-place";

interface KeyHeadProps {
  asked: string;
  sort: KeySort;
  tab: KeyPlace["tab"];
  range: number;
}

const head = "h-8 border-b border-line px-2 font-regular";

/** The names of the columns. Those that the list can be ordered by are links, each to the order or its reverse. */
export function KeyHead({ asked, sort, tab, range }: KeyHeadProps) {
  const order = { asked, sort, tab };
  return (
    <thead className="sticky top-0 z-1 bg-panel text-left text-12 whitespace-nowrap text-faint">
      <tr aria-rowindex={1}>
        <th scope="col" className={`${head} w-9`}>
          <span className="sr-only">Follow</span>
        </th>
        <Sorted by="name" order={order} name="Key" />
        <th scope="col" className={`${head} w-36 text-right @max-[440px]:w-28`}>
          Value
        </th>
        <th scope="col" className={`${head} w-24 @max-[560px]:hidden`}>
          {formatSpan(range)}
        </th>
        <th scope="col" className={`${head} w-18 @max-[860px]:hidden`}>
          Kind
        </th>
        <Sorted by="source" order={order} name="Source" className="w-36 @max-[720px]:hidden" />
        <Sorted by="changed" order={order} name="Changed" className="w-24 pr-3! text-right @max-[440px]:hidden" />
      </tr>
    </thead>
  );
}

interface SortedProps {
  by: "name" | "source" | "changed";
  order: Required<Pick<KeyHeadProps, "asked" | "sort" | "tab">>;
  name: string;
  className?: string;
}

function Sorted({ by, order: { asked, sort, tab }, name, className = "" }: SortedProps) {
  const isDown = sort === `-${by}`;
  const isUp = sort === by;
  const Arrow = isDown ? ArrowDown : ArrowUp;
  return (
    <th scope="col" aria-sort={isUp ? "ascending" : isDown ? "descending" : "none"} className={`${head} ${className}`}>
      <Link
        to={keyPlace({ asked, sort: isUp ? `-${by}` : by, tab }) || "?"}
        replace
        preventScrollReset
        className="inline-flex min-h-6 items-center gap-1 rounded-4 hover:text-body"
      >
        {name}
        {isUp || isDown ? <Icon of={Arrow} className="size-3" /> : null}
      </Link>
    </th>
  );
}
