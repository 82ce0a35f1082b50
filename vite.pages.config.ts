import { reactRouter } from "@react-router/dev/vite";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig } from "vite";

// The build for Pages: one module, functions/[[path]].ts with the pages inside, which wrangler takes for the project's only Function.
export default defineConfig({
  plugins: [tailwindcss(), reactRouter()],
  environments: {
    ssr: {
      resolve: { noExternal: true, conditions: ["workerd", "worker", "module", "browser"] },
      build: {
        target: "es2024",
        rollupOptions: {
          input: "functions/[[path]].ts",
          external: [/^cloudflare:/, /^node:/],
          output: { codeSplitting: false },
        },
      },
    },
  },
  define: { "process.env.NODE_ENV": JSON.stringify("production") },
});
