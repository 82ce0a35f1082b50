/** The past of a panel of at most so many series is fetched as finely as it is drawn; of more, of those that are seen. */
export const FEW_SERIES = 24;
