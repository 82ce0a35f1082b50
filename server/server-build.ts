/**
 * React Router's build for a request handler. The generated module writes absent members as `undefined`, which
 * exactOptionalPropertyTypes tells apart: here are their defaults.
 */
export async function serverBuild() {
  const generated = await import("virtual:react-router/server-build");
  const { basename = "/", allowedActionOrigins = [], unstable_getCriticalCss: _development, ...build } = generated;
  return { ...build, basename, allowedActionOrigins };
}
