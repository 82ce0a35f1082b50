import type { Browser, BrowserContext, Page } from "@playwright/test";
import { panel, untilLive } from "./fixtures/board-page";
import { invite, join } from "./fixtures/invited";
import { machineAnswer } from "./fixtures/machine-figures";
import { PageNoise } from "./fixtures/page-noise";
import { expect, signUp, test } from "./fixtures/test";

test.use({ machine: "scripted" });
test.beforeEach(({ upstream }) => upstream.route("/metrics", machineAnswer()));

const TEAM = "/w/harbour/b/team";

/** Ada, who owns the workspace, and Grace, who came by an invitation, each at a browser of their own. */
interface Two {
  readonly ada: Page;
  readonly grace: Page;
}

/** `block`: what does not come through at either browser. */
async function two(browser: Browser, ada: Page, block?: (context: BrowserContext) => Promise<void>): Promise<Two> {
  await signUp(ada);
  const link = await invite(ada, "grace@example.org", "editor");
  const context = await browser.newContext({ locale: "en-US", timezoneId: "Europe/Berlin" });
  await block?.(ada.context());
  await block?.(context);
  const grace = await context.newPage();
  await join(grace, link, "Grace");
  for (const page of [ada, grace]) {
    await page.goto(new URL(TEAM, link).href);
    await untilLive(page);
  }
  return { ada, grace };
}

const todo = (page: Page, text: string | RegExp) => panel(page, "To do").getByRole("checkbox", { name: text });
const add = async (page: Page, text: string) => {
  const field = panel(page, "To do").getByLabel("Add to the list");
  await field.fill(text);
  await field.press("Enter");
};
const talk = (page: Page) => panel(page, "Discussion");
const say = async (page: Page, text: string) => {
  const field = talk(page).getByRole("combobox", { name: "Message" });
  await field.fill(text);
  await field.press("Enter");
};

test("what one does the other sees: a list, a note, a discussion with mentions, and who is there", async ({
  browser,
  page,
}) => {
  test.setTimeout(120_000);
  const { ada, grace } = await two(browser, page);
  const noise = new PageNoise(grace.context());

  await test.step("both tick at once, and nothing is lost", async () => {
    await add(ada, "Fill the tank");
    await todo(grace, "Fill the tank").click();
    await expect(todo(ada, "Fill the tank")).toBeChecked();
    await Promise.all([todo(ada, /^Invite/).click(), todo(grace, /^Follow/).click()]);
    await Promise.all([todo(ada, /^Push/).click(), add(grace, "Ring the bell")]);
    for (const one of [ada, grace]) {
      for (const text of [/^Invite/, /^Follow/, /^Push/, "Fill the tank"]) await expect(todo(one, text)).toBeChecked();
      await expect(todo(one, "Ring the bell")).not.toBeChecked();
    }
  });

  await test.step("a row is reworded, moved by the keyboard, removed and brought back", async () => {
    await panel(ada, "To do").getByRole("button", { name: "Edit: Ring the bell" }).click();
    await ada.keyboard.press("ControlOrMeta+A");
    await ada.keyboard.type("Ring the bells");
    await ada.keyboard.press("Alt+ArrowUp");
    await ada.keyboard.press("Enter");
    const order = () =>
      panel(grace, "To do")
        .getByRole("checkbox")
        .evaluateAll((all) => all.map((one) => one.ariaLabel));
    await expect.poll(async () => (await order()).slice(-2)).toEqual(["Ring the bells", "Fill the tank"]);
    await panel(grace, "To do").getByRole("button", { name: "Remove: Ring the bells" }).click();
    await expect(todo(ada, "Ring the bells")).toHaveCount(0);
    await grace.keyboard.press("Enter");
    await expect(todo(ada, "Ring the bells")).toBeVisible();
    await expect.poll(async () => (await order()).slice(-2)).toEqual(["Ring the bells", "Fill the tank"]);
  });

  await test.step("a note that somebody else saved meanwhile is not overwritten unseen", async () => {
    await panel(ada, "Note").getByRole("button", { name: "Edit" }).click();
    await panel(grace, "Note").getByRole("button", { name: "Edit" }).click();
    await ada.getByLabel("Text of the note").fill("Tide at nine");
    await panel(ada, "Note").getByRole("button", { name: "Save" }).click();
    await grace.getByLabel("Text of the note").fill("Tide at ten");
    await expect(panel(grace, "Note")).toContainText("Somebody has changed it meanwhile:");
    await panel(grace, "Note").getByRole("button", { name: "Replace theirs" }).click();
    await expect(panel(ada, "Note")).toContainText("Tide at ten");
  });

  await test.step("who is here, and where", async () => {
    await grace.getByRole("combobox", { name: "Message" }).focus();
    await ada.getByRole("button", { name: "2 people here" }).click();
    const here = ada.getByRole("list", { name: "People here" });
    await expect(here.getByRole("listitem").filter({ hasText: "Grace" })).toContainText("Discussion, editing");
    await ada.keyboard.press("Escape");
  });

  await test.step("a mention is chosen by the keyboard, and reaches an inbox", async () => {
    await talk(ada).getByRole("combobox", { name: "Message" }).pressSequentially("Over to you, @gr");
    await expect(ada.getByRole("option", { name: "Grace" })).toBeVisible();
    await ada.keyboard.press("Enter");
    await ada.keyboard.type("now");
    await ada.keyboard.press("Enter");
    await expect(talk(grace)).toContainText("Over to you, @Grace now");
    await grace.getByRole("button", { name: "Inbox, 1 new" }).click();
    const messages = grace.getByRole("list", { name: "Messages" });
    await expect(messages).toContainText("Over to you, @Grace now");
    await grace.getByRole("button", { name: "Mark all as seen" }).click();
    await grace.getByRole("button", { name: "Answer" }).click();
    await grace.getByPlaceholder("To Ada alone").fill("Gladly");
    await grace.keyboard.press("Enter");
    await grace.keyboard.press("Escape");
    await expect(grace.getByRole("button", { name: "Inbox", exact: true })).toBeVisible();
    await ada.getByRole("button", { name: "Inbox, 1 new" }).click();
    await expect(ada.getByRole("list", { name: "Messages" })).toContainText("Gladly");
    await ada.keyboard.press("Escape");
  });

  await test.step("a message is reworded by its author and taken away by an editor", async () => {
    await talk(ada).getByRole("button", { name: "Edit message" }).click();
    await talk(ada).getByRole("combobox", { name: "Message" }).first().fill("Over to you");
    await talk(ada).getByRole("button", { name: "Save" }).click();
    await expect(talk(grace)).toContainText("edited");
    await expect(talk(grace)).not.toContainText("@Grace");
    await talk(grace).getByRole("button", { name: "Remove message" }).click();
    await expect(talk(ada)).toContainText("Removed by Grace");
  });

  await test.step("the page is whole without a script, and says nothing of the other's inbox", async () => {
    await say(grace, "Still here");
    await expect(talk(ada)).toContainText("Still here");
    const html = await (await ada.request.get(TEAM)).text();
    for (const text of ["Still here", "Ring the bells", "Tide at ten", "Gladly", "2 people here"]) {
      expect(html).toContain(text);
    }
    expect(html).not.toContain("Over to you, @Grace");
  });

  await test.step("who goes is gone", async () => {
    expect(noise.unexpected()).toEqual([]);
    await grace.context().close();
    await expect(ada.getByRole("button", { name: "1 person here" })).toBeVisible();
  });
});

test("keys that one follows are there on another device, and change there", async ({ browser, page, upstream }) => {
  await signUp(page);
  await page.goto("/w/harbour/keys");
  await untilLive(page);
  await page.getByRole("searchbox", { name: "Search keys" }).fill("cpu_usage");
  await page.getByRole("button", { name: "Follow node.cpu_usage_percent", exact: true }).click();
  await page.getByRole("searchbox", { name: "Search keys" }).fill("node.disk_used_percent.*");
  await page.getByRole("button", { name: "Follow node.disk_used_percent.*", exact: true }).click();
  await page.getByRole("link", { name: /^Followed/ }).click();
  const rows = page.getByRole("table", { name: "Keys", exact: true });
  await expect(rows).toContainText("node.disk_used_percent.");
  await expect(page.getByRole("list", { name: "Patterns I follow" })).toContainText("node.disk_used_percent.*");
  const context = await browser.newContext({ storageState: await page.context().storageState(), locale: "en-US" });
  const elsewhere = await context.newPage();
  await elsewhere.goto(new URL(TEAM, page.url()).href);
  await untilLive(elsewhere);
  const followed = panel(elsewhere, "Keys I follow");
  await expect(followed).toContainText("disk_used_percent{");
  upstream.route("/metrics", machineAnswer({ cpu_usage_percent: 61.8 }));
  await expect(followed).toContainText("61.8");
  await expect(rows).toContainText("61.8");
  await page.getByRole("button", { name: "Unfollow node.disk_used_percent.*" }).click();
  await expect(followed).not.toContainText("disk_used_percent");
  await context.close();
});

test("without WebSockets, ticks, messages and who is there come over SSE, and where that is blocked, by polling", async ({
  browser,
  noise,
  page,
}) => {
  test.setTimeout(120_000);
  // A write over what somebody else has just changed is refused by this status, and made again.
  noise.allow(/ERR_FAILED.*\/events|status of 412/);
  const blocked = { events: false };
  const both = await two(browser, page, async (context) => {
    await context.routeWebSocket(/\/live\//, (socket) => void socket.close());
    await context.route(/\/live\/[^/]+\/events/, (route) => (blocked.events ? route.abort() : route.continue()));
  });
  await together(both, { way: "SSE", ticks: [/^Invite/, /^Follow/], news: 1 });
  blocked.events = true;
  for (const one of [both.ada, both.grace]) await one.reload();
  await together(both, { way: "polling", ticks: [/^Push/, /^Tick/], news: 2 });
  await both.grace.context().close();
});

interface Round {
  readonly way: string;
  /** What Ada ticks, and what Grace does. */
  readonly ticks: readonly [RegExp, RegExp];
  /** How many messages Ada has not seen then. */
  readonly news: number;
}

/** Both tick at once, one mentions the other, and each sees that both are here. */
async function together({ ada, grace }: Two, { way, ticks, news }: Round): Promise<void> {
  for (const one of [ada, grace]) {
    await untilLive(one);
    await expect(one.getByRole("group", { name: "Connection" })).toContainText(way);
  }
  await Promise.all([todo(ada, ticks[0]).click(), todo(grace, ticks[1]).click()]);
  for (const one of [ada, grace]) for (const text of ticks) await expect(todo(one, text)).toBeChecked();
  await say(grace, `Hello @Ada by ${way}`);
  await expect(talk(ada)).toContainText(`Hello @Ada by ${way}`);
  await expect(ada.getByRole("button", { name: `Inbox, ${news} new` })).toBeVisible();
  for (const one of [ada, grace]) await expect(one.getByRole("button", { name: "2 people here" })).toBeVisible();
}
