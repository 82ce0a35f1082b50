import type { Config } from "@react-router/dev/config";

// Two builds side by side: the Worker's, and with DELTABOARD_BUILD=build/pages the one for Pages.
export default { ssr: true, buildDirectory: process.env.DELTABOARD_BUILD ?? "build" } satisfies Config;
