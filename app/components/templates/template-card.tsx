import { useEffect } from "react";
import { Form, useFetcher, useParams } from "react-router";
import { everyWords } from "../sources/duration-words";
import { Button, ButtonLink } from "../ui/button";
import type { ListedTemplate } from "./listed-template";
import { TemplateIcon } from "./template-icon";
import type { TemplateResult } from "./template-result";
import { UpstreamAnswer } from "./upstream-answer";

/** One template: what it shows, whether its upstream answers from here, and the way to use it. */
export function TemplateCard({ template }: { template: ListedTemplate }) {
  const { title, about, icon, asks } = template;
  const at = useAddress(template);
  const { result, isChecking } = useCheck(template, at);
  const failed = result?.sample?.ok === false;
  return (
    <li className="grid min-w-0 grid-rows-[1fr_auto_auto] gap-3 rounded-8 border border-line bg-panel p-4">
      <div className="flex items-start gap-3">
        <TemplateIcon name={icon} />
        <div className="min-w-0">
          <h2 className="text-14 font-medium text-strong">{title}</h2>
          <p className="text-muted">{about}</p>
        </div>
      </div>
      <div className="flex min-h-12 min-w-0 items-center rounded-6 bg-well px-3 py-2">
        {result?.sample ? (
          <UpstreamAnswer sample={result.sample} shows={template.shows} />
        ) : (
          <span className="text-12 text-muted">{result?.problem ?? words(template, isChecking)}</span>
        )}
      </div>
      <div className="flex items-center gap-2">
        <span className="text-12 text-faint">{pace(template)}</span>
        <span className="flex-1" />
        {asks ? (
          <ButtonLink to={at} aria-label={`Set up: ${title}`}>
            Set up
          </ButtonLink>
        ) : (
          <Form method="post" action={at}>
            <Button
              type="submit"
              name="intent"
              value={failed ? "use-anyway" : "use"}
              aria-label={`${failed ? "Use anyway" : "Use"}: ${title}`}
            >
              {failed ? "Use anyway" : "Use"}
            </Button>
          </Form>
        )}
      </div>
    </li>
  );
}

/** The template's own page, also where the gallery stands on another. */
function useAddress({ slug }: ListedTemplate): string {
  const { workspace = "" } = useParams();
  return `/w/${workspace}/templates/${slug}`;
}

/** Asks its upstream once, when the gallery is looked at. The answer is kept on the server for a while. */
function useCheck({ asks, isAsked }: ListedTemplate, at: string) {
  const { submit, data, state } = useFetcher<TemplateResult>();
  const isChecked = isAsked && !asks;
  useEffect(() => {
    if (isChecked) void submit({ intent: "check" }, { method: "post", action: at });
  }, [submit, at, isChecked]);
  return { result: data, isChecking: state !== "idle" };
}

function words({ asks, isAsked }: ListedTemplate, isChecking: boolean): string {
  if (asks) return "Asks for a few words first";
  if (!isAsked) return "Works at once, needs nothing";
  return isChecking ? "Asking whether it answers from here" : "Read when it is used";
}

function pace({ interval }: ListedTemplate): string {
  return interval === null ? "by people and programs" : `every ${everyWords(interval)}`;
}
