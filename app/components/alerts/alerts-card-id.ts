/** The id of the header's list of alerts: a native popover, which any button of the page opens by its name. */
export const ALERTS_CARD = "alerts";
