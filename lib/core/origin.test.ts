import { expect, test } from "vitest";
import { isSameOrigin, ownPath } from "./origin";

test.each([
  ["https://tessera.example", true],
  ["http://tessera.example", false],
  ["https://tessera.example:8443", false],
  ["https://tessera.example.evil.example", false],
  ["https://evil.example", false],
  ["null", false],
  ["", false],
  [null, false],
])("Origin %s: ours is %s", (origin, isOurs) => {
  expect(isSameOrigin(origin, "https://tessera.example/qualcosa")).toBe(isOurs);
});

test("a port that goes without saying is left out on both sides", () => {
  expect(isSameOrigin("https://tessera.example", "https://tessera.example:443")).toBe(true);
  expect(isSameOrigin("http://localhost:3000", "http://localhost:3000")).toBe(true);
});

test.each([
  ["/bacheca", "/bacheca"],
  ["/persone?q=orto&page=2", "/persone?q=orto&page=2"],
  ["/a/../bacheca#x", "/bacheca"],
  ["//evil.example", "/casa"],
  ["/\\evil.example", "/casa"],
  ["\\/evil.example", "/casa"],
  ["https://evil.example", "/casa"],
  ["javascript:alert(1)", "/casa"],
  ["/\t/evil.example", "/casa"],
  ["/\n/evil.example", "/casa"],
  ["/./\t/evil.example", "/casa"],
  ["/a/..//evil.example", "/casa"],
  ["/.//evil.example", "/casa"],
  ["bacheca", "/casa"],
  ["", "/casa"],
  [null, "/casa"],
  [undefined, "/casa"],
])("after signing in, %j leads to %s", (path, destination) => {
  expect(ownPath(path, "/casa")).toBe(destination);
});
