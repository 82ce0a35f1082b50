import type { IconNode } from "lucide";
import { createElement, type SVGProps } from "react";

interface IconProps extends Omit<SVGProps<SVGSVGElement>, "of"> {
  readonly of: IconNode;
}

/** A drawing of Lucide, 16 × 16 where no class says otherwise. Words stand beside it: without a label it is nothing to hear. */
export function Icon({ of, ...props }: IconProps) {
  return (
    <svg
      width="16"
      height="16"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      {...(props["aria-label"] ? { role: "img" } : { "aria-hidden": true })}
      {...props}
    >
      {of.map(([shape, attributes]) => createElement(shape, { key: Object.values(attributes).join(), ...attributes }))}
    </svg>
  );
}
