/** The button of a panel's menu, before its code is there and after. */
export const menuButton =
  "-mr-2.5 -ml-1.5 grid size-6 shrink-0 place-items-center rounded-6 text-muted hover:bg-hover focus-visible:opacity-100 group-hover/panel:opacity-100 group-focus-within/panel:opacity-100 data-popup-open:bg-hover data-popup-open:opacity-100 [@media(hover:hover)]:opacity-0 phone:-my-2 phone:size-(--thumb) print:hidden";
