import "server-only";
import { refresh } from "next/cache";
import { unstable_rethrow } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type * as z from "zod";
import { type Limit, takeTurn } from "@/lib/account/throttle/commands";
import { type Actor, submitting } from "@/lib/auth/actor";
import { type Origin, readOrigin } from "@/lib/auth/request";
import { getViewer } from "@/lib/auth/session";
import { contentionOf } from "@/lib/core/contention";
import { type Refusal, type Result, refuse } from "@/lib/core/result";
import type { FormAction, FormRefusal, FormState, FormValues } from "@/lib/form/form-state";
import { inputOf, refusalsOf, unreadable } from "@/lib/form/reading";
import { valuesOf } from "@/lib/form/values";
import { logFailure, logger } from "@/lib/log/logger";

type Shape<Schema extends z.ZodType, T> = {
  /** «file#export» of the action, as the build lists it. */
  name: string;
  schema: Schema;
  /** Fields that may repeat (checkbox groups, multi-selects) and so parse as arrays. */
  lists?: readonly string[];
  limit?: Limit;
  /**
   * Revalidate, then redirect; or return the message key of a success notice for a form that stays, or that fills another.
   * Runs only after the command committed.
   */
  onDone: (value: T, input: z.output<Schema>) => Promise<Done> | Done;
};

type Done = string | undefined | { done: string; params: Readonly<Record<string, string | number>>; start: FormValues };

type Mutation<Schema extends z.ZodType, T> = Shape<Schema, T> & {
  command: (actor: Actor, input: z.output<Schema>) => Promise<Result<T>>;
};

type OpenMutation<Schema extends z.ZodType, T> = Shape<Schema, T> & {
  /** A second limit, by what the form is about: an address, say. */
  limitBySubject?: { limit: Limit; subjectOf: (input: z.output<Schema>) => string };
  command: (origin: Origin, input: z.output<Schema>, formKey: string | null) => Promise<Result<T>>;
};

/** Every action there is, by name. A test compares it with what the build emitted. */
export const REGISTRY = new Set<string>();

const HOURLY: Omit<Limit, "name"> = { max: 300, windowSeconds: 3600 };

/** The one shape of every mutation: origin → session → limit → schema → command → refusals back to the form, or onDone. */
export function formAction<Schema extends z.ZodType, T>(mutation: Mutation<Schema, T>): FormAction {
  return register(mutation, async (_origin, form, input) => {
    const viewer = await getViewer();
    if (!viewer) return refuse("common.signIn");
    if (!(await takeTurn({ ...HOURLY, name: mutation.name, ...mutation.limit }, viewer.accountId)))
      return refuse("common.tooOften");
    const key = keyOf(form);
    return mutation.command(key ? submitting(viewer, key, mutation.name) : viewer, input);
  });
}

/** The same for those who are not signed in (signing in and up): the limit counts by network, and by subject where asked. */
export function openFormAction<Schema extends z.ZodType, T>(mutation: OpenMutation<Schema, T>): FormAction {
  const { name, limit, limitBySubject, command } = mutation;
  return register(mutation, async (origin, form, input) => {
    const isInTurn =
      (await takeTurn({ ...HOURLY, name, ...limit }, origin.network)) &&
      (!limitBySubject || (await takeTurn(limitBySubject.limit, limitBySubject.subjectOf(input))));
    return isInTurn ? command(origin, input, keyOf(form)) : refuse("common.tooOften");
  });
}

type Run<Input, T> = (origin: Origin, form: FormData, input: Input) => Promise<Result<T>>;

function register<Schema extends z.ZodType, T>(shape: Shape<Schema, T>, run: Run<z.output<Schema>, T>): FormAction {
  REGISTRY.add(shape.name);
  return async (previous, given) => {
    // Whoever calls an action by hand may send anything in the form's place: then it is an empty one.
    const form = given instanceof FormData ? given : new FormData();
    const attempt = attemptAfter(previous);
    const settled = await settle(shape, form, run);
    note(shape.name, settled);
    const say = await getTranslations();
    if (!settled.ok) {
      const refusals = settled.refusals.map((refusal) => worded(say, refusal));
      return { attempt, values: valuesOf(form), refusals, nextKey: keyOf(form) ?? crypto.randomUUID() };
    }
    const done = await follow(shape, settled);
    const answer = { attempt, values: {}, refusals: [], nextKey: crypto.randomUUID() };
    if (typeof done === "object")
      return { ...answer, done: say(done.done as never, done.params as never), start: done.start };
    return done ? { ...answer, done: say(done as never) } : answer;
  };
}

/**
 * What comes after the commit. The page it leads to is read anew even where one stands on it: its address, which forgets what
 * was done, may be what it was after the act before.
 */
async function follow<Schema extends z.ZodType, T>(
  { onDone }: Shape<Schema, T>,
  { value, input }: { value: T; input: z.output<Schema> },
): Promise<Done> {
  try {
    return await onDone(value, input);
  } catch (redirected) {
    refresh();
    throw redirected;
  }
}

type Settled<Input, T> = { ok: true; value: T; input: Input } | { ok: false; refusals: readonly Refusal[] };

/** Everything up to the commit. A fault of ours keeps what was typed: it comes back as a refusal with a code, and is logged. */
async function settle<Schema extends z.ZodType, T>(
  { name, schema, lists = [] }: Shape<Schema, T>,
  form: FormData,
  run: Run<z.output<Schema>, T>,
): Promise<Settled<z.output<Schema>, T>> {
  try {
    const origin = await readOrigin();
    if (!origin.isOwn) return { ok: false, refusals: [{ code: "common.origin" }] };
    const garbled = unreadable(form);
    if (garbled.length > 0) return { ok: false, refusals: garbled };
    const parsed = schema.safeParse(inputOf(form, lists));
    if (!parsed.success) return { ok: false, refusals: refusalsOf(parsed.error.issues) };
    const result = await run(origin, form, parsed.data);
    return result.ok
      ? { ok: true, value: result.value, input: parsed.data }
      : { ok: false, refusals: [result.refusal] };
  } catch (error) {
    unstable_rethrow(error);
    return { ok: false, refusals: [faultOf(name, error)] };
  }
}

/** Somebody else writing at the same time is no fault of ours: a warning, and trying again may do. Anything else gets a code. */
function faultOf(action: string, error: unknown): Refusal {
  const contention = contentionOf(error);
  if (contention === null) return { code: "common.failed", params: { digest: logFailure(action, error) } };
  logger().warn({ event: "busy", action, code: contention });
  return { code: "common.busy" };
}

/** What was done and how it ended, by name and code: never who, never what was typed. */
function note(action: string, settled: Settled<unknown, unknown>): void {
  const outcome = settled.ok ? "ok" : settled.refusals.map(({ code, field }) => (field ? `${code} ${field}` : code));
  logger().info({ event: "action", action, outcome });
}

/** The sentence of a refusal: «membership.alreadyMember» is `membership.refusal.alreadyMember`; validation keys stand bare. */
function worded(say: Awaited<ReturnType<typeof getTranslations>>, refusal: Refusal): FormRefusal {
  const [room = "", ...rest] = refusal.code.split(".");
  const key = room === "validation" ? refusal.code : `${room}.refusal.${rest.join(".")}`;
  return { ...refusal, text: say(key as never, refusal.params as never) };
}

const attemptAfter = (previous: FormState) => (Number.isSafeInteger(previous?.attempt) ? previous.attempt : 0) + 1;

function keyOf(form: FormData): string | null {
  const key = form.get("formKey");
  return typeof key === "string" && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(key) ? key : null;
}
