import { nanoid } from "nanoid";
import { panelOfKeys, sizes } from "../../../core/boards/as-kind";
import type { Panel } from "../../../core/boards/document";
import { fittingKinds, type KeyKind } from "../../../core/boards/fitting-kinds";
import type { FoundKey } from "../../../core/keys/found-keys";
import { useSourceStates } from "../sources/use-source-states";
import { Button } from "../ui/button";
import { Icon } from "../ui/icon";
import type { DrawerProps } from "./drawer";
import type { Choice } from "./key-choices";
import { KeyPicker } from "./key-picker";
import { kindNames } from "./kind-names";
import { Setting } from "./setting";

/** A new panel: by the key that it shows first of all, or one of those that show something else. */
export function AddPanel({ slug, steps, open, preview }: DrawerProps) {
  const put = (panel: Panel) => {
    const [added] = steps.add([panel]);
    if (added) open({ type: "panel", id: added.id });
  };
  return (
    <>
      <Setting title="Of a key">
        <KeyPicker
          slug={slug}
          show={(choice) => preview(choice && panelFor(choice))}
          take={(choice) => put(panelFor(choice))}
        />
      </Setting>
      <Setting title="Of something else">
        <div className="grid grid-cols-2 gap-1">
          <Others put={put} />
        </div>
      </Setting>
    </>
  );
}

/** The kind that suits a key best, as far as a list of keys tells. */
export function panelFor({ key, found }: Choice): Panel {
  const isMany = found === null;
  const title = found?.label ?? titleOf(key);
  return panelOfKeys([key], isMany ? "table" : kindFor(found), title);
}

/** The name below the source's, without what stands for many; the source's where nothing else is named. */
function titleOf(key: string): string {
  const [source = key, ...named] = key.split(".").filter((segment) => segment !== "*");
  return named.join(".") || source;
}

function kindFor({ kind, value }: FoundKey): KeyKind {
  // Of rows a list tells how many there are.
  if (kind === "value" && typeof value === "string" && /^\d+ rows?$/.test(value)) return "table";
  return fittingKinds([{ kind, value }])[0] ?? "table";
}

function Others({ put }: { put: (panel: Panel) => void }) {
  const states = useSourceStates();
  // Of the sources that nobody asks, people write the first, as a workspace begins.
  const written = [...states].filter(([, state]) => state.interval === null).map(([slug]) => slug);
  const slug = written.includes("team") ? "team" : written[0];
  const common = (type: Panel["type"]) => ({
    id: "new",
    title: kindNames[type].name,
    place: { x: 0, y: 0, ...sizes[type] },
  });
  const own = slug === undefined ? [] : (["list", "note"] as const);
  return (
    <>
      {own.map((type) => (
        <OfKind
          key={type}
          type={type}
          add={() =>
            put({
              ...common(type),
              type,
              key: `${slug}.${type}-${nanoid(6)
                .toLowerCase()
                .replaceAll(/[^a-z0-9]/g, "x")}`,
            })
          }
        />
      ))}
      <OfKind type="text" add={() => put({ ...common("text"), type: "text", text: "" })} />
      <OfKind type="section" add={() => put({ ...common("section"), type: "section" })} />
      <OfKind type="discussion" add={() => put({ ...common("discussion"), type: "discussion" })} />
      <OfKind type="status" add={() => put({ ...common("status"), type: "status" })} />
      <OfKind type="followed" add={() => put({ ...common("followed"), type: "followed" })} />
    </>
  );
}

function OfKind({ type, add }: { type: Panel["type"]; add: () => void }) {
  const { name, icon } = kindNames[type];
  return (
    <Button icon={<Icon of={icon} />} onClick={add}>
      {name}
    </Button>
  );
}
