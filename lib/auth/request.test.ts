import { expect, test, vi } from "vitest";

const given = vi.hoisted(() => ({ headers: new Map<string, string>(), proxies: 0 }));
vi.mock("next/headers", () => ({ headers: async () => given.headers }));
vi.mock("@/lib/env", () => ({
  env: {
    APP_URL: "https://tessera.example",
    get TRUSTED_PROXIES() {
      return given.proxies;
    },
  },
}));

const { networkOf, readOrigin } = await import("./request");

test.each([
  ["192.0.2.7", "192.0.2.7"],
  ["::ffff:192.0.2.7", "192.0.2.7"],
  ["::FFFF:192.0.2.7", "192.0.2.7"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2"],
  ["2001:db8:1:2::6", "2001:db8:1:2"],
  ["2001:0db8:0001:0002:ffff::", "2001:db8:1:2"],
  ["2001:DB8:1:2::6", "2001:db8:1:2"],
  ["2001:db8::1", "2001:db8:0:0"],
  ["2001:db8:0:0:1::", "2001:db8:0:0"],
  ["::1", "0:0:0:0"],
  ["fe80::1%eth0", "fe80:0:0:0"],
  ["unknown", "unknown"],
])("%s counts for the network %s", (address, network) => {
  expect(networkOf(address)).toBe(network);
});

test("one host of a /64 counts for all of it, the next /64 for itself", () => {
  expect(networkOf("2001:db8:1:2::1")).toBe(networkOf("2001:db8:1:2:ffff:ffff:ffff:ffff"));
  expect(networkOf("2001:db8:1:2::1")).not.toBe(networkOf("2001:db8:1:3::1"));
});

test.each([
  [0, "198.51.100.1, 192.0.2.7", "192.0.2.7"],
  [1, "203.0.113.9, 198.51.100.1, 192.0.2.7", "198.51.100.1"],
  [2, "203.0.113.9, 198.51.100.1, 192.0.2.7", "203.0.113.9"],
  [1, "192.0.2.7", "unknown"],
  [0, "", "unknown"],
])(
  "with %i trusted proxies, «%s» is %s: what a client writes itself is never believed",
  async (proxies, forwarded, network) => {
    given.proxies = proxies;
    given.headers = new Map([["x-forwarded-for", forwarded]]);
    expect((await readOrigin()).network).toBe(network);
  },
);

test("a description of the browser is cut, and a missing one is empty", async () => {
  given.headers = new Map([["user-agent", "x".repeat(5000)]]);
  expect((await readOrigin()).userAgent).toHaveLength(200);
  given.headers = new Map();
  expect(await readOrigin()).toMatchObject({ userAgent: "", isOwn: false });
});
