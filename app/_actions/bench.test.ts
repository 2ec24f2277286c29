import type { Route } from "next";
import { redirect } from "next/navigation";
import { beforeEach, expect, test, vi } from "vitest";
import { UNTOUCHED } from "@/lib/form/form-state";
import { anActor } from "@/lib/testing/actors";

const outside = vi.hoisted(() => ({ env: { APP_URL: "https://tessera.example", TRUSTED_PROXIES: 0, BENCH: "0" } }));
vi.mock("next/cache", () => ({ refresh: () => {} }));
vi.mock("next/headers", () => ({ headers: async () => new Map([["origin", "https://tessera.example"]]) }));
vi.mock("next-intl/server", () => ({ getTranslations: async () => (key: string) => key, getLocale: async () => "it" }));
vi.mock("@/lib/env", () => ({ env: outside.env }));
vi.mock("@/lib/auth/session", () => ({ getViewer: async () => anActor() }));
vi.mock("@/lib/account/throttle/commands", () => ({ takeTurn: async () => true }));
vi.mock("@/lib/log/logger", () => ({ logger: () => ({ info: () => {} }), logFailure: () => "" }));
vi.mock("@/lib/i18n/navigation", () => ({ redirect: ({ href }: { href: Route }) => redirect(href) }));

const { emptyAction } = await import("./bench");

beforeEach(() => {
  outside.env.BENCH = "0";
});

test("where the bench does not run, its empty action answers like anything that is not there", async () => {
  const { refusals } = await emptyAction(UNTOUCHED, new FormData());
  expect(refusals).toMatchObject([{ code: "common.notFound" }]);
});

test("where it runs, the action leads away like one that took effect", async () => {
  outside.env.BENCH = "1";
  await expect(emptyAction(UNTOUCHED, new FormData())).rejects.toThrow("NEXT_REDIRECT");
});
