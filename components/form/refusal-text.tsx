"use client";

import { useTranslations } from "next-intl";
import type { Refusal } from "@/lib/core/result";

/** `validation.required` is its own key; `membership.alreadyMember` is said by `membership.refusal.alreadyMember`. */
export function messageKeyOf(code: string): string {
  if (code.startsWith("validation.")) return code;
  const dot = code.indexOf(".");
  return `${code.slice(0, dot)}.refusal.${code.slice(dot + 1)}`;
}

/** The sentence of a «no», in the language of the page. */
export function RefusalText({ refusal }: { refusal: Refusal }) {
  const t = useTranslations();
  const key = messageKeyOf(refusal.code) as never;
  return t.has(key) ? t(key, refusal.params as never) : t("form.refused" as never);
}
