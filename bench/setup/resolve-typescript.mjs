import { registerHooks } from "node:module";

// The project's imports leave `.ts` out, as its bundlers like it; Node reads TypeScript but does not guess endings.
registerHooks({
  resolve(specifier, context, next) {
    const ours = specifier.startsWith(".") && context.parentURL?.endsWith(".ts");
    return next(ours && !/\.(ts|mjs|js|json)$/.test(specifier) ? `${specifier}.ts` : specifier, context);
  },
});
