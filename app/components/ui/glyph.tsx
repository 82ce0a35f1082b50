import type { ReactNode } from "react";

/**
 * The shapes of the product, 12 × 12: circle = age (it drains), triangle = a broken way or field, diamond = a value
 * against a threshold, square = a check. Never without words beside it, so always hidden from screen readers.
 */
export type GlyphName =
  | "fresh"
  | "late"
  | "stale"
  | "failing"
  | "paused"
  | "waiting"
  | "reconnecting"
  | "behind"
  | "historical"
  | "offline"
  | "info"
  | "warning"
  | "critical"
  | "up"
  | "slow"
  | "down";

const stroke = { fill: "none", stroke: "currentColor", strokeWidth: 1.5, strokeLinecap: "round" } as const;
const ring = <circle cx="6" cy="6" r="4.25" {...stroke} />;

const shapes: Record<GlyphName, { color: string; shape: ReactNode }> = {
  fresh: { color: "text-ok", shape: <circle cx="6" cy="6" r="4" fill="currentColor" /> },
  late: {
    color: "text-late",
    shape: (
      <>
        {ring}
        <path d="M6 1.75a4.25 4.25 0 0 0 0 8.5z" fill="currentColor" />
      </>
    ),
  },
  stale: { color: "text-stale", shape: ring },
  failing: {
    color: "text-failing",
    shape: (
      <>
        <path d="M6 .9 11.6 10.8H.4z" fill="currentColor" stroke="currentColor" strokeLinejoin="round" />
        <path d="M6 4.3v3M6 9.05v.01" stroke="var(--panel)" strokeWidth="1.4" strokeLinecap="round" />
      </>
    ),
  },
  paused: { color: "text-muted", shape: <path d="M3.5 2v8M8.5 2v8" {...stroke} strokeWidth={2} /> },
  waiting: { color: "text-muted", shape: <circle cx="6" cy="6" r="4.25" {...stroke} strokeDasharray=".01 2.66" /> },
  reconnecting: { color: "text-late", shape: <circle cx="6" cy="6" r="4.25" {...stroke} strokeDasharray="3 2.34" /> },
  behind: {
    color: "text-late",
    shape: <path d="M6 2.5 2.5 6 6 9.5M10 2.5 6.5 6 10 9.5" {...stroke} strokeLinejoin="round" />,
  },
  historical: {
    color: "text-info",
    shape: (
      <>
        <circle cx="6" cy="6" r="4.5" {...stroke} />
        <path d="M6 3.5V6l1.6 1.2" {...stroke} strokeWidth={1.3} />
      </>
    ),
  },
  offline: {
    color: "text-muted",
    shape: (
      <>
        {ring}
        <path d="m3 9 6-6" {...stroke} />
      </>
    ),
  },
  info: {
    color: "text-info",
    shape: (
      <>
        {ring}
        <path d="M6 5.8v2.4M6 3.8v.01" {...stroke} />
      </>
    ),
  },
  warning: {
    color: "text-late",
    shape: <path d="M6 1.2 10.8 6 6 10.8 1.2 6z" {...stroke} strokeLinejoin="round" />,
  },
  critical: {
    color: "text-failing",
    shape: <path d="M6 .9 11.1 6 6 11.1.9 6z" fill="currentColor" stroke="currentColor" strokeLinejoin="round" />,
  },
  up: {
    color: "text-muted",
    shape: (
      <>
        <rect x="1.5" y="1.5" width="9" height="9" rx="1.5" {...stroke} />
        <path d="m3.8 6.2 1.6 1.6 2.9-3.5" {...stroke} strokeWidth={1.3} />
      </>
    ),
  },
  slow: {
    color: "text-late",
    shape: (
      <>
        <rect x="1.5" y="1.5" width="9" height="9" rx="1.5" {...stroke} />
        <path d="M2 6.2h8v3.3a.8.8 0 0 1-.8.8H2.8a.8.8 0 0 1-.8-.8z" fill="currentColor" />
      </>
    ),
  },
  down: {
    color: "text-failing",
    shape: (
      <>
        <rect x=".75" y=".75" width="10.5" height="10.5" rx="2" fill="currentColor" />
        <path d="m3.8 3.8 4.4 4.4M8.2 3.8 3.8 8.2" {...stroke} stroke="var(--panel)" />
      </>
    ),
  },
};

export function Glyph({ name, className = "" }: { name: GlyphName; className?: string }) {
  const { color, shape } = shapes[name];
  return (
    <svg viewBox="0 0 12 12" aria-hidden="true" className={`size-3 shrink-0 overflow-visible ${color} ${className}`}>
      {shape}
    </svg>
  );
}
