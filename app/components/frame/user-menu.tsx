import { initials } from "../people/initials";
import { Button, ButtonLink } from "../ui/button";
import { ThemeSwitch } from "./theme-switch";

const MENU = "account-menu";

/** The account: theme, workspaces and log-out. A native popover: it opens, closes on Escape and gives focus back without a script. */
export function UserMenu({ name }: { name: string }) {
  return (
    <>
      <button
        type="button"
        popoverTarget={MENU}
        className="grid size-(--control) shrink-0 place-items-center rounded-6 hover:bg-hover phone:size-(--thumb)"
      >
        <span className="sr-only">Account </span>
        <span className="grid size-6 place-items-center rounded-full bg-strong text-12 leading-none font-medium tracking-tight text-panel">
          {initials(name)}
        </span>
      </button>
      <div
        id={MENU}
        popover="auto"
        className="fixed inset-auto top-11 right-3 m-0 w-64 rounded-8 border border-line-strong bg-raised text-body shadow-float phone:top-13"
      >
        <p className="truncate border-b border-line px-3 py-2 font-medium text-strong">{name}</p>
        <div className="border-b border-line p-3">
          <ThemeSwitch />
        </div>
        <div className="flex justify-between p-2">
          <ButtonLink to="/workspaces" variant="quiet">
            Workspaces
          </ButtonLink>
          <form method="post" action="/logout">
            <Button type="submit" variant="quiet">
              Log out
            </Button>
          </form>
        </div>
      </div>
    </>
  );
}
