import type { Config } from "@react-router/dev/config";

// Two builds side by side: the Worker's, and with DELTABOARD_BUILD=build/pages the one for Pages.
export default {
  ssr: true,
  buildDirectory: process.env.DELTABOARD_BUILD ?? "build",
  // The framework compares Origin with the request's own address, ahead of all middleware: behind a proxy that ends TLS the
  // two differ for every form. root.tsx compares it with BASE_URL instead, to the letter, and refuses a missing one as well.
  allowedActionOrigins: ["**"],
} satisfies Config;
