import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { PersonField } from "./person-field";

type WhomFieldProps = { label: ReactNode; hint?: ReactNode; value?: string };

/** The person a form is about, as `handle`: found by name where script runs, named by username where it does not. */
export function WhomField({ label, hint, value }: WhomFieldProps) {
  const t = useTranslations("form");
  const explained = (
    <>
      {hint} <span className="only-script">{t("personFind")} </span>
      {t("personHandle")}
    </>
  );
  return <PersonField name="handle" label={label} hint={explained} value={value} />;
}
