import { expect, signUp, test } from "./fixtures/test";

test.use({ machine: "scripted" });

const loadOf = (load: number) => ({ do: "answer" as const, body: `machine_load1 ${load}\n` });

test("SIGKILL under an open page: Reconnecting, then Live, and the next value arrives", async ({
  page,
  server,
  upstream,
  noise,
}) => {
  noise.allowLostServer();
  upstream.route("/metrics", loadOf(1.25));
  await signUp(page);
  const badge = page.getByRole("status");
  const load = page.locator('[data-panel="load"]');
  await expect(badge.getByText("Live", { exact: true })).toBeVisible();
  await expect(load).toContainText("1.25");
  await server.kill();
  await expect(badge.getByText("Reconnecting")).toBeVisible();
  await expect(load).toContainText("1.25");
  upstream.route("/metrics", loadOf(7.75));
  await server.restart();
  await expect(badge.getByText("Live", { exact: true })).toBeVisible({ timeout: 30_000 });
  await expect(load).toContainText("7.75");
});
