import { expect, test, vi } from "vitest";
import { sayingOnce } from "./saying-once";

test("each sentence is made once, for its message and its values", () => {
  const say = vi.fn((key: string, values?: Record<string, unknown>) => `${key} ${values?.count ?? ""}`.trim());
  const once = sayingOnce(say);
  const asked = () => [once("a"), once("a", { count: 1 }), once("a", { count: 2 }), once("b", { count: 1 })];
  expect(asked()).toEqual(["a", "a 1", "a 2", "b 1"]);
  expect(asked()).toEqual(["a", "a 1", "a 2", "b 1"]);
  expect(say).toHaveBeenCalledTimes(4);
});
