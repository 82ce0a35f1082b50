import { isRouteErrorResponse, useLocation } from "react-router";
import { ButtonLink } from "./ui/button";
import { PublicFrame } from "./ui/public-frame";
import { WallRetry } from "./wall/wall-retry";

/** The page of an error outside of any workspace. */
export function ErrorPage({ error }: { error: unknown }) {
  return (
    <PublicFrame>
      <ErrorWords error={error} />
    </PublicFrame>
  );
}

/** What happened, and two ways on. */
export function ErrorWords({ error }: { error: unknown }) {
  const { pathname } = useLocation();
  const { title, text } = wordsOf(error);
  return (
    <WallRetry>
      <div className="m-auto grid max-w-120 justify-items-start gap-4 px-4 py-16 in-data-wall:m-0 in-data-wall:py-0">
        <title>{`${title} · Deltaboard`}</title>
        <h1 className="text-20 font-medium text-strong">{title}</h1>
        <p className="text-14 wrap-anywhere text-muted">{text}</p>
        <div data-hands className="flex gap-2">
          <ButtonLink variant="prime" size="big" to="/" reloadDocument>
            Go to my boards
          </ButtonLink>
          <ButtonLink size="big" to={pathname} reloadDocument>
            Try again
          </ButtonLink>
        </div>
      </div>
    </WallRetry>
  );
}

/** An error in words of ours. What an exception said is for the log, so none of it is shown. */
export function wordsOf(error: unknown): { title: string; text: string } {
  const status = isRouteErrorResponse(error) ? error.status : 500;
  const told = isRouteErrorResponse(error) ? messageOf(error.data) : null;
  if (isLost(error))
    return { title: "Not reached", text: "The server cannot be reached just now. Try again in a moment." };
  if (status === 404) return { title: "Nothing here", text: told ?? "There is nothing here, or not for you." };
  if (status === 403) return { title: "Not allowed", text: told ?? "Your role does not allow this." };
  if (status < 500) return { title: "That did not work", text: told ?? "The request is not valid." };
  return { title: "The server failed", text: "The page could not be made. It has been noted; try again in a moment." };
}

/** How the browsers' fetch says that there is no network: Chromium's and Firefox's "fetch", Safari's "Load failed". */
function isLost(error: unknown): boolean {
  return error instanceof TypeError && /fetch|^load failed/i.test(error.message);
}

function messageOf(data: unknown): string | null {
  if (typeof data !== "object" || data === null || !("message" in data)) return null;
  return typeof data.message === "string" ? data.message : null;
}
