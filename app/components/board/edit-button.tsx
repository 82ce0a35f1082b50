import { Pencil } from "lucide";
import { useNavigate } from "react-router";
import { useShortcut } from "../shortcuts/use-shortcut";
import { Button } from "../ui/button";
import { Icon } from "../ui/icon";
import { useHydrated } from "../ui/use-hydrated";

export function EditButton() {
  const navigate = useNavigate();
  const edit = () => void navigate("?edit=1");
  useShortcut({ keys: "e", does: "Edits the board", group: "Board" }, edit);
  return (
    // A phone's header has room for the pencil alone, without a frame as its neighbours.
    <span className="phone:[&>button]:border-transparent phone:[&>button]:px-0 phone:[&>button]:min-w-(--thumb)">
      <Button onClick={edit} disabled={!useHydrated()} icon={<Icon of={Pencil} />}>
        <span className="phone:sr-only">Edit</span>
      </Button>
    </span>
  );
}
