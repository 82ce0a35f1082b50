import { useEffect, useRef, useState } from "react";
import { useFetcher } from "react-router";
import { Button, ButtonLink } from "../ui/button";
import { Notice } from "../ui/notice";
import { ConnectCard } from "./connect-card";
import { errorCount, type FormErrors } from "./form-errors";
import type { FormResult } from "./form-result";
import { MappingRules } from "./mapping-rules";
import { MetricsCard } from "./metrics-card";
import { NamingCard } from "./naming-card";
import type { SourceValues } from "./source-values";
import { TestPanel } from "./test-panel";
import { type Standing, useTrial } from "./use-trial";

interface Props {
  /** What the form starts with. */
  readonly values: SourceValues;
  /** The answer to a form that was sent without JavaScript. */
  readonly posted: FormResult | undefined;
}

const noErrors: FormErrors = {};

/** A new source: say what is asked, see what it answers, name it. It posts to its own page, with and without JavaScript. */
export function SourceForm({ values, posted }: Props) {
  const form = useRef<HTMLFormElement>(null);
  const fetcher = useFetcher<FormResult>();
  const result = fetcher.data ?? posted;
  const errors = result?.errors ?? noErrors;
  const [slug, setSlug] = useState(values.slug);
  const [own, setOwn] = useState(values.slug !== "");
  const { trial, standing, look } = useTrial(form, fetcher, result);
  const busy = fetcher.state !== "idle";
  const saving = isSaving(fetcher.formData);
  useFocusOnError(form, errors);
  return (
    <fetcher.Form
      ref={form}
      method="post"
      noValidate
      onInput={look}
      className="group/source mt-4 grid grid-cols-1 items-start gap-2 min-[1000px]:grid-cols-2"
    >
      <ErrorSummary errors={errors} />
      <input type="hidden" name="tested" value={result?.tested ?? ""} />
      <ConnectCard values={values} errors={errors} standing={standing} busy={busy} />
      <div className="min-w-0 min-[1000px]:sticky min-[1000px]:top-15 min-[1000px]:col-start-2 min-[1000px]:row-span-2">
        <TestPanel trial={trial} slug={slug} {...(!saving && { onCancel: () => fetcher.reset() })} />
      </div>
      <div className="grid min-w-0 gap-2 min-[1000px]:col-start-1">
        <MetricsCard values={values} errors={errors} />
        <MappingRules values={values.rules} errors={errors} onChange={look} />
        <NamingCard values={values} errors={errors} slug={slug} onSlug={setSlug} own={own} onOwn={() => setOwn(true)} />
      </div>
      <SaveBar standing={standing} busy={busy} saving={saving} />
    </fetcher.Form>
  );
}

function ErrorSummary({ errors }: { errors: FormErrors }) {
  if (Object.keys(errors).length === 0) return null;
  return (
    <div className="col-span-full">
      <Notice tone="failing" title={errorCount(errors)}>
        {errors.form ?? "Nothing was saved."}
      </Notice>
    </div>
  );
}

function SaveBar({ standing, busy, saving }: { standing: Standing; busy: boolean; saving: boolean }) {
  const words = { untested: "Test and save", good: "Save source", failed: "Save anyway" };
  return (
    <div className="col-span-full flex flex-wrap items-center justify-end gap-2 border-t border-line pt-3">
      <p className="mr-auto text-muted">
        {standing === "failed"
          ? "It can be saved as it is: it starts as Failing and is tried again on schedule."
          : null}
      </p>
      <ButtonLink to=".." relative="path" size="big">
        Cancel
      </ButtonLink>
      <Button
        type="submit"
        name="intent"
        value={standing === "failed" ? "save-anyway" : "save"}
        size="big"
        variant={standing === "good" ? "prime" : "default"}
        disabled={busy}
      >
        {saving ? "Saving…" : words[standing]}
      </Button>
    </div>
  );
}

function isSaving(sent: FormData | undefined): boolean {
  const intent = sent?.get("intent");
  return intent === "save" || intent === "save-anyway";
}

/** An answer with errors takes the reader to the first of them. */
function useFocusOnError(form: { readonly current: HTMLFormElement | null }, errors: FormErrors): void {
  useEffect(() => {
    if (Object.keys(errors).length === 0) return;
    form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [form, errors]);
}
