import type { ComponentProps, ReactNode } from "react";
import { Link } from "react-router";

interface Look {
  variant?: "default" | "prime" | "quiet";
  size?: "normal" | "big";
  /** Stands before the words. A button without words is square and wants an `aria-label`. */
  icon?: ReactNode;
}

const variants = {
  default:
    "border-line-strong bg-panel text-body hover:bg-hover [&_svg]:text-muted off:border-line off:bg-transparent off:text-faint",
  prime: "border-accent bg-accent text-on-accent hover:bg-accent-hover off:border-line off:bg-hover off:text-faint",
  quiet: "border-transparent text-body hover:bg-hover [&_svg]:text-muted off:text-faint",
};
const sizes = { normal: "h-(--control)", big: "h-9 text-14" };
const paddings = { normal: "px-2.5", big: "px-3.5" };
const base =
  "inline-flex shrink-0 items-center justify-center gap-1.5 rounded-6 border font-medium whitespace-nowrap transition-colors duration-(--dur-fast) off:cursor-default phone:min-h-(--thumb) [&_svg]:size-4";

function classes({ variant = "default", size = "normal", square }: Look & { square: boolean }): string {
  const width = square ? "aspect-square px-0 phone:min-w-(--thumb)" : paddings[size];
  return `${base} ${variants[variant]} ${sizes[size]} ${width}`;
}

interface ButtonProps extends Omit<ComponentProps<"button">, "className">, Look {
  /** Nothing to be pressed for now. Unlike one that is disabled it keeps the focus, for when there is again. */
  off?: boolean;
}

export function Button({ variant, size, icon, children, type = "button", off = false, onClick, ...rest }: ButtonProps) {
  return (
    <button
      type={type}
      aria-disabled={off || undefined}
      onClick={off ? (event) => event.preventDefault() : onClick}
      className={classes({ ...(variant && { variant }), ...(size && { size }), square: !children })}
      {...rest}
    >
      {icon}
      {children}
    </button>
  );
}

type ButtonLinkProps = Omit<ComponentProps<typeof Link>, "className"> & Look;

export function ButtonLink({ variant, size, icon, children, ...rest }: ButtonLinkProps) {
  return (
    <Link className={classes({ ...(variant && { variant }), ...(size && { size }), square: !children })} {...rest}>
      {icon}
      {children}
    </Link>
  );
}
