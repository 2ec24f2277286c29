import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Checkbox } from "@/components/form/checkbox";
import { FileField } from "@/components/form/file-field";
import { Form } from "@/components/form/form";
import { RowFold } from "@/components/form/row-fold";
import { SubmitButton } from "@/components/form/submit-button";
import type { FormAction } from "@/lib/form/form-state";

/** A project taken out before, which fills the form below; nothing is kept until that one is sent. */
export function ImportForm({ action, children }: { action: FormAction; children: ReactNode }) {
  const t = useTranslations("project.import");
  return (
    <Form action={action} formKey={crypto.randomUUID()} fills={children} className="stack stack--form mb-6">
      <RowFold row="file" title={t("title")} words={t("short")}>
        <div className="stack stack--form">
          <p>{t("lead")}</p>
          <FileField name="file" label={t("file")} hint={t("hint")} accept="application/json,.json" />
          <Checkbox name="withoutPast" label={t("withoutPast")} note={t("withoutPastNote")} />
          <SubmitButton look="neutral">{t("submit")}</SubmitButton>
        </div>
      </RowFold>
    </Form>
  );
}
