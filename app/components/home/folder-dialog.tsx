import { useRef, useState } from "react";
import { useFetcher } from "react-router";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";

interface FolderDialogProps {
  slug: string;
  title: string;
  folder: string;
  /** Those that there are. */
  folders: readonly string[];
  open: boolean;
  setOpen: (open: boolean) => void;
}

/** Lists a board under a folder: one that there is, or a new one by its name. */
export default function FolderDialog({ slug, title, folder, folders, open, setOpen }: FolderDialogProps) {
  const { Form } = useFetcher();
  const field = useRef<HTMLInputElement>(null);
  // What was sent over which folder: where that did not reach the server, it is there to be sent again.
  const [sent, keep] = useState({ name: folder, over: folder });
  const known = `folders-${slug}`;
  const send = () => {
    keep({ name: field.current?.value ?? folder, over: folder });
    setOpen(false);
  };
  return (
    <Dialog title={`Folder of ${title}`} open={open} setOpen={setOpen}>
      <Form method="post" onSubmit={send} className="grid gap-3">
        <input type="hidden" name="intent" value="file" />
        <input type="hidden" name="slug" value={slug} />
        <label className="grid gap-1">
          <span className="font-medium text-strong">Folder</span>
          <input
            name="folder"
            ref={field}
            defaultValue={sent.over === folder ? sent.name : folder}
            list={known}
            maxLength={40}
            autoComplete="off"
            className="h-9 rounded-6 border border-line-control bg-panel px-2.5 text-strong phone:h-(--thumb) phone:text-16"
          />
          <span className="text-12 text-muted">A new name makes a folder. Without a name it is in none.</span>
        </label>
        <datalist id={known}>
          {folders.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
        <div>
          <Button type="submit" variant="prime">
            Put it there
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}
