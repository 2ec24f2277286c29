import { expect, test } from "vitest";
import { isOwnForm, isReadableAddress } from "./request-fault";

test.each([
  ["/persone", true],
  ["/persone/zo%C3%AB?q=perch%C3%A9", true],
  ["/persone?q=%ED%A0%80&q=%", true],
  ["/persone/%00", false],
  ["/persone?q=a%00", false],
  ["/persone/%ff", false],
  ["/persone/%E0%A4%A", false],
])("the address %s can be read: %s", (path, isReadable) => {
  expect(isReadableAddress(new URL(path, "http://localhost"))).toBe(isReadable);
});

const sent = (type: string, body: string) =>
  new Request("http://localhost", { method: "POST", body, headers: { "content-type": type } });
const parts = (name: string, value: string) =>
  sent(
    "multipart/form-data; boundary=b",
    `--b\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n--b--\r\n`,
  );

test.each([
  ["a form with a field", parts("email", "{"), true],
  ["the arguments of an action", parts("0", "[1]"), true],
  ["arguments that are none", parts("0", "garbage"), false],
  ["a bound state that is none", parts("$ACTION_2:1", "x"), false],
  ["a text", sent("text/plain", "[]"), false],
  ["a plain form", sent("application/x-www-form-urlencoded", "a=b"), false],
  ["parts without a boundary", sent("multipart/form-data", "x"), false],
  ["parts that never end", sent("multipart/form-data; boundary=b", "garbage"), false],
  ["nothing", sent("multipart/form-data; boundary=b", ""), false],
])("%s is a form of ours: %s", async (_what, request, isOurs) => {
  expect(await isOwnForm(request as Request)).toBe(isOurs);
});
