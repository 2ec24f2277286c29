"use server";

import { getLocale } from "next-intl/server";
import * as z from "zod";
import { ok, refuse } from "@/lib/core/result";
import { env } from "@/lib/env";
import { redirect } from "@/lib/i18n/navigation";
import { formAction } from "./form-action";

/** Nothing but the wrapper of every mutation: the floor that the bench holds actions against. Refused anywhere else. */
export const emptyAction = formAction({
  name: "app/_actions/bench.ts#emptyAction",
  schema: z.strictObject({}),
  command: async () => (env.BENCH === "1" ? ok(null) : refuse("common.notFound")),
  onDone: async () => redirect({ href: "/", locale: await getLocale() }),
});
