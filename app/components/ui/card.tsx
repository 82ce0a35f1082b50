import type { ComponentProps } from "react";

export function Card({ className = "", ...rest }: ComponentProps<"section">) {
  return <section className={`min-w-0 rounded-8 border border-line bg-panel ${className}`} {...rest} />;
}
