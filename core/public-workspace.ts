/**
 * The signed-out page shows one number that lives. It comes from an object of its own, under a name no workspace can
 * have (ids are random, and this word is a reserved slug), with one built-in source and nobody's data.
 */
export const PUBLIC_WORKSPACE = "public";
/** The slug of its source, the first segment of all its keys. */
export const PUBLIC_SOURCE = "server";
/** How busy the server's processor is, in percent; there when the server runs where it can read itself. */
export const PUBLIC_PROCESSOR = `${PUBLIC_SOURCE}.cpu_usage_percent`;
/** How many signed-out pages are open now; there everywhere else. */
export const PUBLIC_READERS = `${PUBLIC_SOURCE}.readers`;
