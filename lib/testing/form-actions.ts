import { createTranslator } from "next-intl";
import { vi } from "vitest";
import * as z from "zod";
import { ok } from "@/lib/core/result";
import { line, optional, wholeNumber } from "@/lib/form/scalars";
import it from "@/lib/i18n/messages/it";
import { anActor } from "./actors";

/** What an action meets outside itself: the request, the session, the throttle, the log. */
export const outside = {
  headers: new Map<string, string>(),
  viewer: vi.fn(),
  turns: vi.fn(),
  logged: vi.fn(),
  noted: vi.fn(),
  warned: vi.fn(),
  refreshed: vi.fn(),
};
vi.mock("next/cache", () => ({ refresh: outside.refreshed }));
vi.mock("next/headers", () => ({ headers: async () => outside.headers }));
vi.mock("next-intl/server", () => ({ getTranslations: async () => createTranslator({ locale: "it", messages: it }) }));
vi.mock("@/lib/env", () => ({ env: { APP_URL: "https://tessera.example", TRUSTED_PROXIES: 0 } }));
vi.mock("@/lib/auth/session", () => ({ getViewer: outside.viewer }));
vi.mock("@/lib/account/throttle/commands", () => ({ takeTurn: outside.turns }));
vi.mock("@/lib/log/logger", () => ({
  logger: () => ({ info: outside.noted, warn: outside.warned }),
  logFailure: (...all: unknown[]) => {
    outside.logged(...all);
    return "abc12345";
  },
}));

/** Read once all around it is in place. */
export const { formAction, openFormAction, REGISTRY } = await import("@/app/_actions/form-action");

/** The one-time key of the form. */
export const KEY = "0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b";
/** What the form asks. */
export const schema = z.strictObject({
  name: line(20),
  hours: wholeNumber(1, 40),
  kinds: z.array(z.string()),
  passwordNew: optional(line(99)),
});

/** What is sent, all of it right unless said otherwise. */
export function aForm(change: Record<string, string> = {}) {
  const form = new FormData();
  const all = { name: "Ada", hours: "3", kinds: "TIME", passwordNew: "", formKey: KEY, $ACTION_ID_x: "", ...change };
  for (const [name, value] of Object.entries(all)) form.append(name, value);
  return form;
}

/** An action of whoever is signed in, with its command and what comes after. */
export function anAction(command: (...all: never[]) => Promise<unknown> = async () => ok(1)) {
  const spy = vi.fn(command);
  const onDone = vi.fn();
  const action = formAction({
    name: "test#action",
    schema,
    lists: ["kinds"],
    limit: { name: "few", max: 2, windowSeconds: 60 },
    command: spy as never,
    onDone,
  });
  return { action, command: spy, onDone };
}

/** Before each test: a request of ours, somebody signed in, turns left. */
export function resetOutside(): void {
  outside.headers = new Map([["origin", "https://tessera.example"]]);
  outside.viewer.mockReset().mockResolvedValue(anActor());
  outside.turns.mockReset().mockResolvedValue(true);
  outside.logged.mockReset();
  outside.refreshed.mockReset();
}
