import { domToBlob } from "modern-screenshot";
import { fileName } from "./file-name";
import { fontRules } from "./font-rules";
import { saveFile } from "./save-file";

/** Device pixels to each of the page's: sharp on every screen and in print. */
const SCALE = 2;

/** Saves a panel as it stands there, in the theme of the page, without what only hands need. */
export async function panelPicture(panel: HTMLElement, name: readonly string[]): Promise<void> {
  await document.fonts.ready;
  const picture = await domToBlob(panel, {
    scale: SCALE,
    font: { cssText: await fontRules() },
    backgroundColor: getComputedStyle(panel).backgroundColor,
    filter: (node) => !(node instanceof Element && node.matches("[aria-haspopup=menu], [data-hands]")),
    // In a picture a box that scrolls would have its bar, and less room beside it.
    onCloneEachNode: (clone) => {
      if (clone instanceof HTMLElement && /auto|scroll/.test(clone.style.overflow)) clone.style.overflow = "hidden";
    },
  });
  saveFile(picture, fileName(name, null, "png"));
}
