import { Form, useNavigation } from "react-router";
import { Button } from "../ui/button";
import { Card } from "../ui/card";
import { Field } from "../ui/field";
import { Notice } from "../ui/notice";
import { useFormFocus } from "../ui/use-form-focus";
import type { ListedTemplate } from "./listed-template";
import type { TemplateResult } from "./template-result";
import { UpstreamAnswer } from "./upstream-answer";

interface Ask {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly placeholder?: string;
  readonly initial?: string;
  readonly secret?: true;
}

interface Props {
  readonly template: ListedTemplate;
  readonly asks: readonly Ask[];
  readonly result: TemplateResult | undefined;
}

/** What a template wants to know, a look at whether its upstream answers, and the button that makes it all. */
export function TemplateForm({ template, asks, result }: Props) {
  const isBusy = useNavigation().state !== "idle";
  const failed = result?.sample?.ok === false;
  const mayStill = failed && result.sample?.ok === false && !isRefused(result.sample.failure.code);
  const form = useFormFocus(result);
  return (
    <Form ref={form} method="post" className="mt-4 grid max-w-[640px] gap-2">
      <Card className="grid gap-3 p-4">
        {asks.map(({ name, initial, secret, ...ask }) => (
          <Field
            key={name}
            name={name}
            {...ask}
            type={secret ? "password" : "text"}
            defaultValue={result?.answers[name] ?? initial}
            autoComplete="off"
            spellCheck={false}
          />
        ))}
        {result?.problem ? <Notice tone="failing" title={result.problem} /> : null}
        {result?.sample ? (
          <div className="rounded-6 bg-well px-3 py-2" role="status">
            <UpstreamAnswer sample={result.sample} shows={template.shows} />
          </div>
        ) : null}
      </Card>
      <div className="flex flex-wrap items-center gap-2">
        <Button type="submit" variant="prime" size="big" name="intent" value="use" off={isBusy}>
          {isBusy ? "Asking" : "Make sources and board"}
        </Button>
        {template.isAsked && asks.length > 0 ? (
          <Button type="submit" size="big" name="intent" value="check" off={isBusy}>
            Test
          </Button>
        ) : null}
        {mayStill ? (
          <Button type="submit" size="big" variant="quiet" name="intent" value="use-anyway" off={isBusy}>
            Use anyway
          </Button>
        ) : null}
      </div>
    </Form>
  );
}

/** What no later try would change: only other words in the form do. */
function isRefused(code: string): boolean {
  return code === "bad_settings" || code === "refused_address";
}
