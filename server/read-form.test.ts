import { expect, test } from "vitest";
import { readForm } from "./read-form";

const sent = (body: BodyInit, type?: string) =>
  new Request("https://board.example/login", { method: "POST", body, headers: type ? { "Content-Type": type } : {} });

test("a form is read as it was sent", async () => {
  const form = await readForm(sent(new URLSearchParams({ email: "a@example.org" })));
  expect([...form]).toEqual([["email", "a@example.org"]]);
});

test.each([
  ["JSON", "{}", "application/json"],
  ["bytes", new Uint8Array([255, 0]), undefined],
  ["half a form", "--x\r\nno", "multipart/form-data; boundary=x"],
])("%s is refused as no form", async (_, body, type) => {
  await expect(readForm(sent(body, type))).rejects.toMatchObject({
    data: { code: "bad_input" },
    init: { status: 400 },
  });
});
