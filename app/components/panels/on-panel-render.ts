declare global {
  /**
   * The seam by which tests and the bench count repaints: when set, it is called with the panel's id each time that
   * panel's body renders. Ages and time axes move by themselves and do not count.
   */
  var onPanelRender: ((panelId: string) => void) | undefined;
}

export function reportPanelRender(panelId: string): void {
  globalThis.onPanelRender?.(panelId);
}
