import { useEffect, useState } from "react";
import { useLocation, useNavigate, useNavigation } from "react-router";
import { Button } from "../ui/button";

/** Milliseconds after which a page that is on its way is worth a line, and after which it can be called off. */
const SOON = 400;
const LONG = 10_000;

/** A line above everything while the next page, or the answer to a form, takes its time. It moves nothing. */
export function NavigationProgress() {
  const { state, location } = useNavigation();
  return state === "idle" ? null : <Progress key={location.key} isForm={state === "submitting"} />;
}

function Progress({ isForm }: { isForm: boolean }) {
  const [step, setStep] = useState<"none" | "begun" | "going" | "long">("none");
  const navigate = useNavigate();
  const here = useLocation();
  useEffect(() => {
    const timers = [
      setTimeout(() => setStep("begun"), SOON),
      // Drawn short first, so that it grows.
      setTimeout(() => setStep("going"), SOON + 50),
      setTimeout(() => setStep("long"), LONG),
    ];
    return () => timers.forEach(clearTimeout);
  }, []);
  if (step === "none") return null;
  return (
    <>
      <div role="progressbar" aria-label="Loading" className="fixed inset-x-0 top-0 z-(--z-float) h-0.5 overflow-clip">
        <div
          className={`h-full origin-left bg-accent transition-transform duration-[8s] ease-out motion-reduce:transition-none ${step === "begun" ? "scale-x-15" : "scale-x-90"}`}
        />
      </div>
      {step === "long" ? (
        <div
          role="status"
          className="fixed top-3 left-1/2 z-(--z-float) flex -translate-x-1/2 items-center gap-3 rounded-8 border border-line-strong bg-raised py-1.5 pr-1.5 pl-3 text-body shadow-float"
        >
          {isForm ? "Still waiting for the answer …" : "Still loading the page …"}
          {isForm ? null : (
            // Going to where one is takes the place of what is on its way.
            <Button onClick={() => void navigate(here, { replace: true, preventScrollReset: true })}>Stay here</Button>
          )}
        </div>
      ) : null}
    </>
  );
}
