import { useHydrated } from "../ui/use-hydrated";

const strip = "border-line bg-panel px-4 py-1.5 text-body";

/**
 * What stands still without code says so: the badge stays at "Connecting" then, which is not the whole truth. Code that
 * is allowed and does not come is told of after ten seconds, by style alone, since there is no code to do it.
 */
export function WithoutScript() {
  const hydrated = useHydrated();
  return (
    <>
      <noscript>
        <p className={`${strip} border-b`}>
          Without JavaScript this page stays as it was made. Load it again for newer values.
        </p>
      </noscript>
      {hydrated ? null : (
        <p
          className={`late-code fixed inset-x-0 bottom-0 z-(--z-float) border-t phone:bottom-15 print:hidden ${strip}`}
        >
          The code of this page has not come yet: until then it stays as it was made.
        </p>
      )}
    </>
  );
}
