import { useTranslations } from "next-intl";
import { Checkbox } from "@/components/form/checkbox";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { Section } from "@/components/layout/section";
import { Announced } from "@/components/ui/announced";
import { Notice } from "@/components/ui/notice";
import { shownAs } from "@/lib/account/documents/rules";
import type { LegalDocument } from "@/lib/account/types";
import type { FormAction } from "@/lib/form/form-state";
import { Link } from "@/lib/i18n/navigation";

type ChangedDocumentsProps = {
  pending: readonly LegalDocument[];
  /** They come from having just said yes. */
  hasAccepted: boolean;
  action: FormAction;
  formKey: string;
};

/** The site's texts that changed since they were accepted: what to read, one tick for all. Nothing when there is none. */
export function ChangedDocuments({ pending, hasAccepted, action, formKey }: ChangedDocumentsProps) {
  const t = useTranslations("account.settings.documents");
  if (pending.length === 0)
    return hasAccepted ? (
      <Announced key={formKey}>
        <Notice tone="done" className="mb-6">
          {t("accepted")}
        </Notice>
      </Announced>
    ) : null;
  const only = pending.length === 1 ? pending[0] : undefined;
  return (
    <div className="mb-12">
      <Section id="documents" title={t("title")}>
        <p>{t("lead", { count: pending.length })}</p>
        <ul className="mb-6">
          {pending.map(({ document, version }) => (
            <li key={document}>
              <Link href={`/${nameOf(document)}`}>{t(nameOf(document))}</Link>, {t("version", { version })}
            </li>
          ))}
        </ul>
        <Form action={action} formKey={formKey} hidden={{ shown: shownAs(pending) }} labelledBy="documents-title">
          <Checkbox name="accepts" label={t(`accepts.${only ? nameOf(only.document) : "both"}`)} />
          <SubmitButton>{t("submit")}</SubmitButton>
        </Form>
      </Section>
    </div>
  );
}

const nameOf = (document: string) => (document === "terms" ? "terms" : "privacy");
