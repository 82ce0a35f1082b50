import { Bell } from "lucide";
import { sourceOf } from "../../../core/keys/name";
import { useMayAlert } from "../alerts/use-may-alert";
import { FollowStar } from "../key-list/follow-star";
import { useFollowed } from "../people/use-followed";
import { ButtonLink } from "../ui/button";
import { CopyButton } from "../ui/copy-button";
import { Icon } from "../ui/icon";
import { type BoardChoice, PutOnBoard } from "./put-on-board";

interface KeyTitleProps {
  name: string;
  label: string | undefined;
  userId: string;
  /** The boards that it may be put on; none where the reader changes no boards. */
  boards: readonly BoardChoice[];
}

/** The key's name with what one does with it. */
export function KeyTitle({ name, label, userId, boards }: KeyTitleProps) {
  const { list, follow, unfollow } = useFollowed(userId);
  const isFollowed = list.includes(name);
  const mayWrite = useMayAlert();
  const source = sourceOf(name);
  return (
    <div className="flex min-h-9 flex-wrap items-center gap-2">
      <h1 className="min-w-0 font-mono text-20 font-medium wrap-anywhere text-strong">
        <span className="font-regular text-muted">{source}</span>
        {name.slice(source.length)}
      </h1>
      <FollowStar pattern={name} isFollowed={isFollowed} toggle={isFollowed ? unfollow : follow} />
      {label === undefined ? null : <span className="text-14 text-muted">{label}</span>}
      <div className="ml-auto flex flex-wrap items-center gap-2">
        <CopyButton text={name} label={`Copy the name ${name}`} />
        {mayWrite ? (
          <ButtonLink
            to={`../alerts/rule?${new URLSearchParams({ key: name, name: label ?? name })}`}
            icon={<Icon of={Bell} />}
          >
            Alert on this
          </ButtonLink>
        ) : null}
        {boards.length === 0 ? null : <PutOnBoard name={name} boards={boards} />}
      </div>
    </div>
  );
}
