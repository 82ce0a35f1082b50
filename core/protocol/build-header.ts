/** Of pages and of `/healthz`: which build serves. A page that is of another one can be loaded again. */
export const BUILD_HEADER = "Build";
