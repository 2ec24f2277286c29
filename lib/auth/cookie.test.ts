import { beforeEach, expect, test, vi } from "vitest";

const outside = vi.hoisted(() => ({ appUrl: "", set: vi.fn(), kept: new Map<string, { value: string }>() }));
vi.mock("next/headers", () => ({
  cookies: async () => ({ set: outside.set, get: (name: string) => outside.kept.get(name) }),
}));
vi.mock("@/lib/env", () => ({ isSecure: () => outside.appUrl.startsWith("https:") }));

const { dropSessionCookie, giveSessionCookie, readSessionToken } = await import("./cookie");

const SESSION = { token: "abc", expiresAt: new Date("2026-12-21T10:00:00Z") };

beforeEach(() => {
  outside.set.mockReset();
  outside.kept.clear();
});

test("over https the session's cookie is bound to this host, to https and to this site", async () => {
  outside.appUrl = "https://tessera.example";
  await giveSessionCookie(SESSION);
  expect(outside.set.mock.calls).toEqual([
    ["__Host-tessera", "abc", { httpOnly: true, sameSite: "lax", path: "/", secure: true, expires: SESSION.expiresAt }],
  ]);
});

test("over http, on one's own machine, it has no prefix and no Secure, and is kept from scripts all the same", async () => {
  outside.appUrl = "http://localhost:3000";
  await giveSessionCookie(SESSION);
  expect(outside.set.mock.calls[0]).toMatchObject([
    "tessera",
    "abc",
    { httpOnly: true, sameSite: "lax", secure: false },
  ]);
});

test.each(["https://tessera.example", "http://localhost:3000"])(
  "%s: it is dropped with the flags it was given with",
  async (url) => {
    outside.appUrl = url;
    await giveSessionCookie(SESSION);
    await dropSessionCookie();
    const [[name, , { expires: _, ...flags }], dropped] = outside.set.mock.calls as [
      [string, string, { expires: Date }],
      unknown,
    ];
    expect(dropped).toEqual([name, "", { ...flags, maxAge: 0 }]);
  },
);

test("a cookie of the other scheme opens nothing", async () => {
  outside.appUrl = "https://tessera.example";
  outside.kept.set("tessera", { value: "abc" });
  expect(await readSessionToken()).toBeNull();
  outside.kept.set("__Host-tessera", { value: "def" });
  expect(await readSessionToken()).toBe("def");
});
