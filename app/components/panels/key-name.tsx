/** A key, cut off at its beginning where it is too long: those of one source begin alike, and end as nothing else does. */
export function KeyName({ id }: { id: string }) {
  return (
    <span title={id} className="block truncate text-left [direction:rtl]">
      <bdi dir="ltr">{id}</bdi>
    </span>
  );
}
