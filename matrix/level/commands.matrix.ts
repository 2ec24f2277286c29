import { redirect } from "next/navigation";
import { vi } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { endSession } from "@/lib/auth/sessions";
import { type FormAction, UNTOUCHED } from "@/lib/form/form-state";
import { actionOf, type Case } from "../matrix";
import { listActions } from "../registry";
import type { Person } from "../world/people";
import type { Scene } from "../world/scene";
import { append } from "./form";
import { changes, tryAll } from "./stage";
import { readingOf, wordOf } from "./word";

const request = vi.hoisted(() => ({ viewer: null as Actor | null, token: "" }));
const away = vi.hoisted(() => () => "/altrove");

vi.mock("next/headers", () => ({
  headers: async () => new Map([["origin", "http://localhost:3000"]]),
  cookies: async () => ({ get: () => undefined, set: () => {}, delete: () => {} }),
}));
vi.mock("next/cache", () => ({ refresh: () => {}, revalidatePath: () => {} }));
vi.mock("next-intl/server", () => ({ getTranslations: async () => (key: string) => key, getLocale: async () => "it" }));
vi.mock("@/lib/i18n/navigation", () => ({ redirect: () => redirect("/altrove"), getPathname: away }));
vi.mock("@/lib/auth/session", () => ({
  getViewer: async () => request.viewer,
  currentPath: async () => "/",
  enter: async () => {},
  leave: () => endSession(request.token),
}));

const actions = new Map<string, FormAction>();
for (const { file, name } of listActions()) actions.set(name, (await import(/* @vite-ignore */ `../../${file}`))[name]);

/** Every act by the action itself, and every query: in this process, as whoever the session of the world says. */
tryAll({
  name: "commands",
  verbs: ["do", "ask"],
  attempt: async ({ subject, row }, scene, kind) => {
    const who = scene.people[kind] ?? null;
    return row.verb === "do" ? act({ subject, row }, scene, who) : ask({ subject, row }, scene, who?.actor ?? null);
  },
});

type Asked = Pick<Case, "subject" | "row">;

async function act({ subject, row }: Asked, { params }: Scene, who: Person | null): Promise<string> {
  const fields = await subject.acts[row.name]?.(params);
  const action = actions.get(actionOf(row.name));
  if (!fields || !action) throw new Error(`nobody knows how to do ${row.name}`);
  Object.assign(request, { viewer: who?.actor ?? null, token: who?.token ?? "" });
  const codes = await codesOf(action, append(new FormData(), fields)).finally(() => {
    Object.assign(request, { viewer: null, token: "" });
  });
  return wordOf({ codes, hasChanged: await changes.undo() });
}

/** The refusals an action answers with; a redirect is none. Not found names neither a field nor anything else. */
async function codesOf(action: FormAction, form: FormData): Promise<string[]> {
  try {
    const answer = await action(UNTOUCHED, form);
    return (answer?.refusals ?? []).map(({ code, field, params }) =>
      code === "common.notFound" && (field || params)
        ? `${code} of ${field}`
        : code.startsWith("validation.")
          ? `${code} ${field}`
          : code,
    );
  } catch (error) {
    if (String((error as { digest?: unknown }).digest).startsWith("NEXT_REDIRECT")) return [];
    throw error;
  }
}

async function ask({ subject, row }: Asked, { params }: Scene, viewer: Actor | null): Promise<string> {
  const open = subject.open[row.name];
  if (open) return readingOf(await open(viewer, params));
  return viewer ? readingOf(await subject.asks[row.name]?.(viewer, params)) : "-";
}
