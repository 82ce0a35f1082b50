import { chooseTheme } from "../frame/theme";
import { keyboard } from "../shortcuts/use-shortcut";
import type { Entry } from "./entry";
import type { PlaceList } from "./place-list";

/**
 * Everything that a page can go to or do, but for the keys, which are searched on the server. `makeBoard` makes an empty
 * one and goes there.
 */
export function pageEntries(slug: string, places: PlaceList | null, makeBoard: () => void): Entry[] {
  const root = `/w/${slug}`;
  const make: Entry = { id: "make board", group: "Actions", name: "New empty board", does: makeBoard };
  return [
    ...boardEntries(root, places),
    ...sourceEntries(root, places),
    ...alertEntries(root, places),
    ...goEntries(root, places),
    ...(places?.mayWrite ? [make] : []),
    ...exportEntries(root, places),
    ...actions(),
  ];
}

function boardEntries(root: string, places: PlaceList | null): Entry[] {
  return (places?.boards ?? []).flatMap(({ slug, name, panels }): Entry[] => [
    { id: `board ${slug}`, group: "Boards", name, does: `${root}/b/${slug}` },
    ...panels.map(
      (panel): Entry => ({
        id: `panel ${slug} ${panel.id}`,
        group: "Panels",
        name: panel.name,
        note: name,
        does: `${root}/b/${slug}?panel=${panel.id}`,
      }),
    ),
  ]);
}

function exportEntries(root: string, places: PlaceList | null): Entry[] {
  return (places?.boards ?? []).map(({ slug, name }) => ({
    id: `export ${slug}`,
    group: "Actions",
    name: `Export ${name} as JSON`,
    // A file is no page: the browser fetches it itself.
    does: () => location.assign(`${root}/b/${slug}/export`),
  }));
}

function sourceEntries(root: string, places: PlaceList | null): Entry[] {
  return (places?.sources ?? []).map(({ slug, name }) => ({
    id: `source ${slug}`,
    group: "Sources",
    name,
    note: slug,
    does: `${root}/sources/${slug}`,
  }));
}

function alertEntries(root: string, places: PlaceList | null): Entry[] {
  return (places?.alerts ?? []).map(({ id, name, key }) => ({
    id: `alert ${id}`,
    group: "Alerts",
    name,
    note: key,
    does: `${root}/alerts?q=${encodeURIComponent(name)}`,
  }));
}

function goEntries(root: string, places: PlaceList | null): Entry[] {
  const go = (name: string, path: string, keys?: string): Entry => ({
    id: `go ${path}`,
    group: "Go to",
    name,
    ...(keys === undefined ? {} : { keys }),
    does: root + path,
  });
  return [
    go("Boards", "", "g b"),
    go("Keys", "/keys", "g k"),
    go("Followed keys", "/keys?tab=followed"),
    go("Sources", "/sources", "g s"),
    go("Alerts", "/alerts", "g a"),
    ...(places?.mayWrite ? [go("New board from a template", "/templates"), go("Import a board", "/import")] : []),
    ...(places?.mayWrite
      ? [go("New source", "/sources/new"), go("New alert rule", "/alerts/rule"), go("Removed boards", "/removed")]
      : []),
    { id: "go workspaces", group: "Go to", name: "Workspaces", does: "/workspaces" },
    ...(places?.mayManage ? [go("Members", "/settings/members"), go("API keys", "/settings/keys")] : []),
  ];
}

/** What the keys do on this page is done from here as well. */
function actions(): Entry[] {
  const own = keyboard.list().filter(({ keys }) => !keys.startsWith("g ") && keys !== "mod+k" && keys !== "/");
  return [
    ...own.map(
      ({ keys, does }): Entry => ({
        id: `do ${keys}`,
        group: "Actions",
        name: does,
        keys,
        does: () => keyboard.run(keys),
      }),
    ),
    ...(["light", "dark", "system"] as const).map(
      (theme): Entry => ({
        id: `theme ${theme}`,
        group: "Actions",
        name: `Theme: ${theme}`,
        does: () => chooseTheme(theme),
      }),
    ),
  ];
}
