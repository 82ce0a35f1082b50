import type { ReactNode } from "react";
import { Glyph } from "./glyph";

const tones = {
  failing: "border-failing bg-failing-soft",
  stale: "border-stale bg-stale-soft",
  info: "border-info bg-info-soft",
};

/** A message in the flow of a page. A failing one is announced when it appears. */
export function Notice({
  tone,
  title,
  children,
}: {
  tone: keyof typeof tones;
  title: ReactNode;
  children?: ReactNode;
}) {
  return (
    <div
      role={tone === "failing" ? "alert" : "status"}
      className={`flex gap-2.5 rounded-6 border px-3 py-2.5 ${tones[tone]}`}
    >
      <Glyph name={tone} className="mt-1" />
      <div className="grid min-w-0 gap-1 wrap-anywhere">
        <p className="font-medium text-strong">{title}</p>
        {children ? <div className="text-body">{children}</div> : null}
      </div>
    </div>
  );
}
