import { renderToStaticMarkup } from "react-dom/server";
import { createMemoryRouter, RouterProvider } from "react-router";
import { expect, test } from "vitest";
import type { MemberLine } from "./member-line";
import { MembersTable } from "./members-table";

const line = (name: string, role: MemberLine["role"]): MemberLine => ({
  id: name,
  name,
  email: `${name.toLowerCase()}@example.org`,
  role,
  roles: [role],
  isYou: false,
  isLastOwner: false,
  mayRemove: false,
});
const names = ["Ada", "Ben", "Cleo", "Dora", "Emil", "Finn", "Gita", "Hugo", "Ines"];
const many = names.map((name) => line(name, name === "Ben" ? "owner" : "viewer"));

function drawn(members: readonly MemberLine[], asked: string): string {
  const element = <MembersTable members={members} asked={asked} />;
  return renderToStaticMarkup(<RouterProvider router={createMemoryRouter([{ path: "/", element }])} />);
}

test("members are searched by name, email and role, where there are more than a glance takes in", () => {
  expect(drawn(many.slice(0, 8), "")).not.toContain("Search members");
  expect(drawn(many, "")).toContain("Search members");
  const owners = drawn(many, "owner BEN@");
  expect(owners).toContain("1 of 9");
  expect(owners).not.toContain("ada@example.org");
  expect(drawn(many, "zoe")).toContain("No member matches “zoe”");
});
