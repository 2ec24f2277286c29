import { useLocale, useTranslations } from "next-intl";
import { DateField } from "@/components/form/date-field";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { Notice } from "@/components/ui/notice";
import type { DecisionLine } from "@/lib/decision/types";
import type { FormAction } from "@/lib/form/form-state";
import { Link } from "@/lib/i18n/navigation";

type CharterVoteFormProps = { slug: string; action: FormAction; days: { min: string; max: string } };

/** Puts the saved draft to the vote, where the association wants one before it is published (rule DC6). */
export function CharterVoteForm({ slug, action, days }: CharterVoteFormProps) {
  const t = useTranslations("decision.charter");
  const locale = useLocale();
  return (
    <Form action={action} formKey={crypto.randomUUID()} hidden={{ associationSlug: slug, contentLocale: locale }}>
      <p className="hint">{t("note")}</p>
      <TextField name="title" label={t("what")} />
      <DateField name="closesOn" label={t("closesOn")} {...days} />
      <SubmitButton>{t("submit")}</SubmitButton>
    </Form>
  );
}

/** The votes on a charter that are open: no text is put to two at once. */
export function CharterVotes({ slug, votes }: { slug: string; votes: readonly DecisionLine[] }) {
  const t = useTranslations("decision.charter");
  if (votes.length === 0) return null;
  return (
    <Notice className="mb-6">
      {votes.map(({ id, title }) => (
        <p key={id}>
          {t.rich("running", {
            vote: () => (
              <Link href={{ pathname: "/associations/[slug]/decisions/[id]", params: { slug, id } }}>{title}</Link>
            ),
          })}
        </p>
      ))}
    </Notice>
  );
}
