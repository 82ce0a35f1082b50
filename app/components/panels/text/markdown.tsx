import { Square, SquareCheck } from "lucide";
import { createContext, type ReactNode, use, useId } from "react";
import ReactMarkdown, { type Components } from "react-markdown";
import remarkGfm from "remark-gfm";
import { Icon } from "../../ui/icon";
import { isOutside, safeAddress } from "./safe-address";

/** Below the panel's own heading, whatever the text says: the page's outline stays whole. */
const heading = ({ children }: { children?: ReactNode }) => <h3>{children}</h3>;
const deeper = ({ children }: { children?: ReactNode }) => <h4>{children}</h4>;

const components: Components = {
  h1: heading,
  h2: heading,
  h3: deeper,
  h4: deeper,
  h5: deeper,
  h6: deeper,
  a: ({ href, children }) => <Link href={href}>{children}</Link>,
  // Of the elements that Markdown makes only a task's box is an input: nobody can tick it here, so it is a picture of one.
  input: ({ checked }) => <Box isDone={checked ?? false} />,
  // Another server would see who looks at the board and when, and the page's policy lets no image in: a link says the same.
  img: ({ src, alt }) => <Link href={typeof src === "string" ? src : undefined}>{alt || "Image"}</Link>,
};

/** GitHub's Markdown without HTML: what looks like a tag is text. */
export function Markdown({ text }: { text: string }) {
  // Footnotes have ids, and a board may have several texts.
  const prefix = useId();
  return (
    <div className="prose px-3 pb-3 wrap-anywhere text-body">
      <ReactMarkdown
        remarkPlugins={[remarkGfm]}
        components={components}
        urlTransform={safeAddress}
        remarkRehypeOptions={{ clobberPrefix: prefix }}
      >
        {text}
      </ReactMarkdown>
    </div>
  );
}

/** Whether what is drawn stands in a link: a picture may. */
const InLink = createContext(false);

/** An address that is not allowed leaves its words, and so does a link in a link. */
function Link({ href, children }: { href: string | undefined; children: ReactNode }) {
  const inLink = use(InLink);
  if (!href || inLink) return <span>{children}</span>;
  return (
    <a href={href} {...(isOutside(href) && { rel: "noopener noreferrer nofollow", target: "_blank" })}>
      <InLink value={true}>{children}</InLink>
    </a>
  );
}

function Box({ isDone }: { isDone: boolean }) {
  const Picture = isDone ? SquareCheck : Square;
  return (
    <>
      <Icon of={Picture} className="mr-1.5 inline size-3.5 text-muted" />
      <span className="sr-only">{isDone ? "Done: " : "To do: "}</span>
    </>
  );
}
