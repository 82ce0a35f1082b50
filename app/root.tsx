import "./app.css";
import { QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, use, useEffect, useState } from "react";
import { Links, Meta, Outlet, Scripts, ScrollRestoration, useRouteLoaderData } from "react-router";
import { cloudflareContext } from "../server/contexts";
import { readEnv } from "../server/env";
import { requireOwnOrigin } from "../server/require-own-origin";
import { everywhere } from "../server/security-headers";
import type { Route } from "./+types/root";
import { BuildContext } from "./build-context";
import { ErrorPage } from "./components/error-page";
import { NavigationProgress } from "./components/frame/navigation-progress";
import { followSystem, themeOf, themeScript } from "./components/frame/theme";
import { PassingMessages } from "./components/notify/messages";
import { NonceContext } from "./nonce-context";
import { makeQueryClient } from "./query-client";

export const middleware: Route.MiddlewareFunction[] = [
  async ({ request, context }, next) => {
    requireOwnOrigin(request, readEnv(context.get(cloudflareContext).env).baseUrl);
    const response = await next();
    for (const [name, value] of Object.entries(everywhere)) response.headers.set(name, value);
    return response;
  },
];

export function loader({ request }: Route.LoaderArgs) {
  return { theme: themeOf(request.headers.get("Cookie") ?? "") };
}

/** The theme is a cookie and lives on the page from then on: nothing a later navigation would need to ask again. */
export function shouldRevalidate() {
  return false;
}

export function Layout({ children }: { children: ReactNode }) {
  const nonce = use(NonceContext);
  const theme = useRouteLoaderData<typeof loader>("root")?.theme;
  return (
    // The script below may add a class before React looks at the page; which build made it only the server knows.
    <html
      lang="en"
      className={theme === "dark" ? "dark" : undefined}
      data-build={use(BuildContext)}
      suppressHydrationWarning
    >
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <link rel="icon" type="image/svg+xml" href="/favicon.svg" />
        <script nonce={nonce} suppressHydrationWarning>
          {themeScript}
        </script>
        <Meta />
        <Links />
      </head>
      <body>
        {children}
        <ScrollRestoration />
        <Scripts />
      </body>
    </html>
  );
}

export default function App() {
  const [client] = useState(makeQueryClient);
  // Walls and shared boards have no switch, and stay open into the night.
  useEffect(() => followSystem(), []);
  return (
    <QueryClientProvider client={client}>
      <NavigationProgress />
      <Outlet />
      <PassingMessages />
    </QueryClientProvider>
  );
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return <ErrorPage error={error} />;
}
