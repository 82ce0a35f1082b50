/** Rows of their final height, before there is anything to put into them. */
export function RowsSkeleton({ rows }: { rows: number }) {
  return (
    <div className="grid gap-px px-3 pt-1">
      {Array.from({ length: rows }, (_, i) => (
        <div key={i} className="flex h-7.5 items-center justify-between">
          <span className="block h-3 w-2/5 rounded-4 bg-hover" />
          <span className="block h-3 w-16 rounded-4 bg-hover" />
        </div>
      ))}
    </div>
  );
}
