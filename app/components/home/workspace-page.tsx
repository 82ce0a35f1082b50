import type { ReactNode } from "react";
import type { Reader } from "../format/reader";
import { ReaderProvider } from "../format/reader-provider";
import { Frame } from "../frame/frame";

interface Props {
  readonly workspace: { readonly slug: string; readonly name: string };
  readonly user: { readonly name: string };
  readonly reader: Reader;
  /** The last step of the crumb. */
  readonly here: string;
  readonly title: string;
  readonly children: ReactNode;
}

/** A page that is a list or a form: the frame, and the width and edges that such pages share. */
export function WorkspacePage({ workspace, user, reader, here, title, children }: Props) {
  return (
    <ReaderProvider reader={reader}>
      <title>{`${title} · Deltaboard`}</title>
      <Frame workspace={workspace} user={user} here={here}>
        <div className="max-w-[1392px] px-8 pt-6 pb-10 phone:px-4 phone:pt-4">{children}</div>
      </Frame>
    </ReaderProvider>
  );
}
