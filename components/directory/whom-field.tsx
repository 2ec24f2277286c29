import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { PersonField } from "./person-field";

type WhomFieldProps = { name?: string; label: ReactNode; hint?: ReactNode; value?: string; isOptional?: boolean };

/** The person a form is about, as `handle` where it has no other name: found by name where script runs, named by username where it does not. */
export function WhomField({ name = "handle", label, hint, value, isOptional }: WhomFieldProps) {
  const t = useTranslations("form");
  const explained = (
    <>
      {hint} <span className="only-script">{t("personFind")} </span>
      {t("personHandle")}
    </>
  );
  return <PersonField {...{ name, label, value, isOptional }} hint={explained} />;
}
