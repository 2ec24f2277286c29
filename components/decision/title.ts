import { useTranslations } from "next-intl";
import type { DecisionLine } from "@/lib/decision/types";

/** How a decision is called: by its own words, or, on an exclusion, by whom it is about. */
export function useTitle() {
  const t = useTranslations("decision");
  return ({ kind, title, subject }: Pick<DecisionLine, "kind" | "title" | "subject">): string =>
    title || t("subject", { kind, name: subject ?? "" });
}
