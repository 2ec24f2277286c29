import { useTranslations } from "next-intl";
import { WhomField } from "@/components/directory/whom-field";
import { ButtonForm } from "@/components/form/button-form";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { Section } from "@/components/layout/section";
import { Todo, TodoItem } from "@/components/ui/ledger";
import type { FormAction } from "@/lib/form/form-state";
import type { PersonView } from "@/lib/membership/types";
import { PersonName, Portrait } from "./person-name";

type OwnTrustProps = { slug: string; trusted: readonly PersonView[]; give: FormAction; withdraw: FormAction };

/** Whom I trust, for my eyes alone; given and taken back without a reason (rule R4). */
export function OwnTrust({ slug, trusted, give, withdraw }: OwnTrustProps) {
  const t = useTranslations("membership.trust");
  return (
    <Section id="trust" title={t("title")}>
      <p className="hint">{t("note")}</p>
      {trusted.length > 0 ? (
        <div className="mt-4">
          <Todo>
            {trusted.map((person) => (
              <TodoItem
                key={person.handle}
                emblem={<Portrait person={person} side={48} />}
                title={<PersonName person={person} />}
                actions={
                  <ButtonForm
                    action={withdraw}
                    formKey={crypto.randomUUID()}
                    hidden={{ associationSlug: slug, handle: person.handle }}
                    size="small"
                  >
                    {t("withdraw")}
                  </ButtonForm>
                }
              />
            ))}
          </Todo>
        </div>
      ) : null}
      <div className="mt-4">
        <Form action={give} formKey={crypto.randomUUID()} hidden={{ associationSlug: slug }}>
          <WhomField name="whom" label={t("whom")} hint={t("whomHint")} />
          <SubmitButton>{t("give")}</SubmitButton>
        </Form>
      </div>
    </Section>
  );
}
