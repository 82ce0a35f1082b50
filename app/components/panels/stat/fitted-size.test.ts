import { expect, test } from "vitest";
import { fittedSize } from "./fitted-size";

test("[PK18] a number gets smaller before it is cut, its unit gives way first, and figures that count stand still", () => {
  expect(fittedSize("12.5", "%")).toEqual({
    "--beside": "22px",
    fontSize: "clamp(10px, calc((100cqi - 24px - var(--beside)) / 2.48), var(--largest-value, 32px))",
  });
  expect(fittedSize("12.5", "a long unit of some thing")["--beside"]).toBe("62px");
  expect(fittedSize("degraded")["--beside"]).toBe("0px");
  expect(fittedSize("19.9", "%")).toEqual(fittedSize("20.0", "%"));
});

test("[PK18] the whole that a number is part of is never cut off", () => {
  expect(fittedSize("2.80", "of 23.5 GiB", true)["--beside"]).toBe("91px");
});
