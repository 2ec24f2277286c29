"use server";

import type { Route } from "next";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { currentPath } from "@/lib/auth/session";
import { ownPath } from "@/lib/core/origin";
import { THEME_COOKIE, themeOf } from "@/lib/core/theme";
import { isSecure } from "@/lib/env";
import { REGISTRY } from "./form-action";

const name = "app/_actions/appearance.ts#chooseThemeAction";
REGISTRY.add(name);

const YEAR_SECONDS = 31_536_000;

/** Keeps how the site should look in this browser, for visitors too, and shows the same page again. Writes nothing else. */
export async function chooseThemeAction(form: FormData): Promise<void> {
  const theme = themeOf(form instanceof FormData ? String(form.get("theme")) : undefined);
  const jar = await cookies();
  if (theme === "system") jar.delete(THEME_COOKIE);
  else
    jar.set(THEME_COOKIE, theme, {
      maxAge: YEAR_SECONDS,
      httpOnly: true,
      sameSite: "lax",
      path: "/",
      secure: isSecure(),
    });
  redirect(ownPath(await currentPath(), "/") as Route);
}
