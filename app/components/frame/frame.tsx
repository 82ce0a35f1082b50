import { type ReactNode, use } from "react";
import { Link } from "react-router";
import { later } from "../loadable/later";
import { Logo } from "../ui/logo";
import { Crumb } from "./crumb";
import { LiveBadge } from "./live-badge";
import { toolsCode } from "./tools-code";
import { usePageOver } from "./use-page-over";
import { UserIdContext } from "./user-id-context";
import { WithoutScript } from "./without-script";

const BottomBar = later(toolsCode, (tools) => tools.BottomBar);
const LiveNotice = later(toolsCode, (tools) => tools.LiveNotice);
const News = later(toolsCode, (tools) => tools.News);
const PageShortcuts = later(toolsCode, (tools) => tools.PageShortcuts);
const PaletteHost = later(toolsCode, (tools) => tools.PaletteHost);
const Rail = later(toolsCode, (tools) => tools.Rail);
const UserMenu = later(toolsCode, (tools) => tools.UserMenu);

interface FrameProps {
  workspace: { slug: string; name: string };
  user: { name: string };
  /** Where one is, as the last step of the crumb. */
  here: ReactNode;
  actions?: ReactNode;
  /** What the page is looked at with; on a phone in a row of its own. */
  tools?: ReactNode;
  children: ReactNode;
}

/** Rail and header around every page of a workspace; on a phone, the places move under the thumb. */
export function Frame({ workspace, user, here, actions, tools, children }: FrameProps) {
  usePageOver();
  const userId = use(UserIdContext);
  return (
    <div
      data-frame
      className="grid min-h-dvh grid-cols-[var(--bar)_minmax(0,1fr)] grid-rows-[var(--bar)_minmax(0,1fr)] phone:grid-cols-[minmax(0,1fr)] phone:grid-rows-[52px_minmax(0,1fr)] phone:pb-15"
    >
      <a
        href="#main"
        className="sr-only focus:not-sr-only focus:fixed focus:top-2 focus:left-14 focus:z-(--z-float) focus:rounded-6 focus:bg-raised focus:px-3 focus:py-1.5"
      >
        Skip to content
      </a>
      <nav
        aria-label="Workspace"
        className="sticky top-0 row-span-2 flex h-dvh flex-col items-center gap-1 border-r border-line bg-panel pb-2 phone:hidden print:hidden"
      >
        <Link
          to={`/w/${workspace.slug}`}
          aria-label="Deltaboard"
          className="mb-1 grid size-(--bar) place-items-center border-b border-line text-strong"
        >
          <Logo />
        </Link>
        <Rail slug={workspace.slug} />
      </nav>
      <header className="sticky top-0 z-(--z-header) flex print:hidden min-w-0 items-center gap-2 border-b border-line bg-panel px-3 phone:pr-1 phone:pl-4">
        <Crumb workspace={workspace} here={here} />
        {/* On a phone its row is the tools', where there are any: the header is for the page's name. */}
        <div
          className={`flex shrink-0 ${tools === undefined ? "" : "phone:absolute phone:top-full phone:right-1 phone:z-1 phone:h-(--tools) phone:items-center"}`}
        >
          <PaletteHost slug={workspace.slug} />
        </div>
        <div className="ml-auto flex shrink-0 items-center gap-2 phone:gap-0">
          {tools === undefined ? null : (
            <div className="flex min-w-0 items-center gap-2 phone:absolute phone:inset-x-0 phone:top-full phone:h-(--tools) phone:border-b phone:border-line phone:bg-panel phone:pr-12 phone:pl-3">
              {tools}
            </div>
          )}
          <LiveBadge />
          {actions}
          {userId === null ? null : <News slug={workspace.slug} userId={userId} />}
          <UserMenu name={user.name} />
        </div>
      </header>
      <main
        id="main"
        className={`min-w-0 outline-none ${tools === undefined ? "" : "phone:pt-(--tools) phone:[--under-header:100px]"}`}
      >
        <LiveNotice />
        <WithoutScript />
        {children}
      </main>
      <BottomBar slug={workspace.slug} />
      <PageShortcuts slug={workspace.slug} />
    </div>
  );
}
