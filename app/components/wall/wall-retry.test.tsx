import { renderToStaticMarkup } from "react-dom/server";
import { createMemoryRouter, RouterProvider } from "react-router";
import { expect, test } from "vitest";
import { WallRetry } from "./wall-retry";

function shown(address: string): string {
  const router = createMemoryRouter([{ path: "*", element: <WallRetry>Nothing here</WallRetry> }], {
    initialEntries: [address],
  });
  return renderToStaticMarkup(<RouterProvider router={router} />);
}

test("[WA5] a wall goes on from a board that it cannot show, and says to which", () => {
  expect(shown("/w/x/b/gone?kiosk=1&rotate=team,gone,node")).toMatch(
    /data-wall.*Nothing here.*“gone” is left out: “node” is next\./,
  );
  expect(shown("/w/x/b/gone?kiosk=1")).toContain("This wall tries again every 15 s.");
  expect(shown("/w/x/b/gone?rotate=team")).toBe("Nothing here");
});
