/** Blocks where the figure and its course will be, in their final size. */
export function StatSkeleton() {
  return (
    <>
      <span className="mt-0.5 block h-8 w-24 rounded-4 bg-hover" />
      <span className="mt-auto flex justify-between gap-2">
        <span className="mt-2 block h-3 w-16 rounded-4 bg-hover" />
        <span className="block h-6 w-20 rounded-4 bg-hover @max-[180px]:hidden" />
      </span>
    </>
  );
}
