import { LayoutTemplate, Plus } from "lucide";
import { ButtonLink } from "../ui/button";
import { Icon } from "../ui/icon";

/** A board without panels: what to do about it, for those who may. */
export function EmptyBoard({ slug, mayEdit }: { slug: string; mayEdit: boolean }) {
  return (
    <div className="grid justify-items-center gap-2 px-4 py-24 text-center">
      <p className="text-16 font-medium text-strong">This board is empty</p>
      {mayEdit ? (
        <>
          <p className="text-muted">Put a first key on it, or begin with a board that is ready made.</p>
          <div className="mt-2 flex flex-wrap justify-center gap-2">
            <ButtonLink to="?edit=1" variant="prime" icon={<Icon of={Plus} />}>
              Add panel
            </ButtonLink>
            <ButtonLink to={`/w/${slug}/templates`} icon={<Icon of={LayoutTemplate} />}>
              Templates
            </ButtonLink>
          </div>
        </>
      ) : (
        <p className="text-muted">Its editors have put nothing on it yet.</p>
      )}
    </div>
  );
}
