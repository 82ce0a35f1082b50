import { useEffect, useRef, useState } from "react";
import { useFetcher } from "react-router";
import { useHydrated } from "../ui/use-hydrated";
import { ConnectCard } from "./connect-card";
import { ErrorSummary } from "./error-summary";
import type { FormErrors } from "./form-errors";
import type { FormResult } from "./form-result";
import { kindCards } from "./kind-fields";
import { MappingRules } from "./mapping/mapping-rules";
import { ReplyTree } from "./mapping/reply-tree";
import { useMapping } from "./mapping/use-mapping";
import { NamingCard } from "./naming-card";
import { OwnCard } from "./own-card";
import { PlanCard } from "./plan-card";
import type { PlanValues } from "./plan-values";
import { SaveBar } from "./save-bar";
import type { SourceValues } from "./source-values";
import { TestPanel } from "./test-panel";
import { useTrial } from "./use-trial";

interface Props {
  /** What the form starts with. */
  readonly values: SourceValues;
  /** The answer to a form that was sent without JavaScript. */
  readonly posted: FormResult | undefined;
  /** Of a source that is there: its kind and short name stay. */
  readonly existing?: boolean;
  readonly plan: PlanValues;
}

const noErrors: FormErrors = {};

/** A source, new or there already: say what is asked, see what it answers, name it. It posts to its own page, with and without JavaScript. */
export function SourceForm({ values, posted, existing = false, plan }: Props) {
  const form = useRef<HTMLFormElement>(null);
  const fetcher = useFetcher<FormResult>();
  const result = fetcher.data ?? posted;
  const errors = result?.errors ?? noErrors;
  const intent = fetcher.formData?.get("intent");
  const [slug, setSlug] = useState(values.slug);
  const { look, ...test } = useTrial(form, intent === "test" || intent === "save", result);
  const { trial, standing, tested } = test;
  const mapping = useMapping(values.rules, errors, test, look);
  useFocusOnError(form, errors);
  // Choosing a part of the answer needs JavaScript.
  const hydrated = useHydrated();
  const busy = fetcher.state !== "idle";
  return (
    <fetcher.Form
      ref={form}
      method="post"
      noValidate
      onInput={look}
      className="group/source mt-4 grid grid-flow-row-dense grid-cols-1 items-start gap-2 min-[1000px]:grid-cols-2"
    >
      <ErrorSummary errors={errors} />
      <input type="hidden" name="tested" value={tested} />
      <ConnectCard values={values} errors={errors} standing={standing} busy={busy} fixed={existing} />
      <div className="min-w-0 group-has-[[data-written]:checked]/source:hidden min-[1000px]:sticky min-[1000px]:top-15 min-[1000px]:col-start-2">
        <TestPanel
          trial={trial}
          slug={slug}
          mapped={mapping.mapped}
          {...(intent === "test" && { onCancel: () => fetcher.reset() })}
        />
      </div>
      <div className="grid min-w-0 gap-2 min-[1000px]:col-start-1">
        {[...kindCards].map(([kind, card]) => (
          <OwnCard key={kind} kind={kind} card={card} values={values} errors={errors} kept={existing} />
        ))}
        {mapping.reply && hydrated ? <ReplyTree reply={mapping.reply} onChoose={mapping.choose} /> : null}
        <MappingRules rules={mapping.rules} errors={mapping.errors} />
        <NamingCard
          values={values}
          expected={(result?.plan ?? plan).expected}
          errors={errors}
          slug={slug}
          onSlug={setSlug}
          fixed={existing}
        />
        <PlanCard values={result?.plan ?? plan} errors={errors} />
      </div>
      <SaveBar standing={standing} busy={busy} saving={intent === "save" || intent === "save-anyway"} />
    </fetcher.Form>
  );
}

/** An answer with errors takes the reader to the first of them. */
function useFocusOnError(form: { readonly current: HTMLFormElement | null }, errors: FormErrors): void {
  useEffect(() => {
    if (errors === noErrors) return;
    form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [form, errors]);
}
