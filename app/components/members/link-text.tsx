/** A link to be copied by hand: one click or Tab selects it whole. */
export function LinkText({ link, email }: { link: string; email: string }) {
  return (
    <input
      readOnly
      value={link}
      aria-label={`Link for ${email}`}
      onFocus={(event) => event.target.select()}
      className="h-(--control) w-full max-w-130 min-w-0 rounded-6 border border-line-control bg-panel px-2 font-mono text-12 text-strong phone:h-(--thumb)"
    />
  );
}
