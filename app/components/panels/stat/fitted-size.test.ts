import { expect, test } from "vitest";
import { fittedSize } from "./fitted-size";

test("[PK18] a number gets smaller before it is cut, its unit gives way first, and figures that count stand still", () => {
  expect(fittedSize("12.5", "%")).toBe("clamp(10px, calc((100cqi - 46px) / 2.48), var(--largest-value, 32px))");
  expect(fittedSize("12.5", "a long unit of some thing")).toBe(
    "clamp(10px, calc((100cqi - 86px) / 2.48), var(--largest-value, 32px))",
  );
  expect(fittedSize("19.9", "%")).toBe(fittedSize("20.0", "%"));
});
