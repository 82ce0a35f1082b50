/** Of a workspace's pages: when the session that asked ends, in milliseconds since 1970. Pages ask before theirs does. */
export const SESSION_ENDS_HEADER = "Session-Ends";
