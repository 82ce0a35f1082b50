/** The kind of source whose values are made up: whatever shows them says so. */
export const SYNTHETIC = "synthetic";
