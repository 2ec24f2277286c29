import { useTranslations } from "next-intl";
import { ButtonForm } from "@/components/form/button-form";
import { Form } from "@/components/form/form";
import { NumberField } from "@/components/form/number-field";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";
import { TextField } from "@/components/form/text-field";
import { Actions, LinkButton } from "@/components/ui/button";
import { Instant } from "@/components/ui/moment";
import { Notice } from "@/components/ui/notice";
import type { FormAction } from "@/lib/form/form-state";
import type { OfferingView } from "@/lib/project/beyond/types";
import { MESSAGE_CHARS_MAX } from "@/lib/project/offer/schema";
import { HOURS_MAX } from "@/lib/project/schema";
import { BringsFields } from "./brings-fields";
import { Brought } from "./brought";

type BeyondProps = { view: OfferingView; offer: FormAction; withdraw: FormAction };

/** One offers what no need asks for, by the name of a competence or a contact; or reads where one's offer stands. */
export function Beyond({ view, offer, withdraw }: BeyondProps) {
  const t = useTranslations("project");
  const { project, own, againFrom, mayOffer } = view;
  if (mayOffer) return <BeyondForm view={view} action={offer} />;
  return (
    <div className="stack">
      {own ? (
        <>
          <p>{t("beyond.own")}</p>
          <h2 lang={project.locale}>{own.title}</h2>
          <p className="meta">
            <Brought offer={own} lang={project.locale} />
          </p>
          <ButtonForm action={withdraw} formKey={crypto.randomUUID()} hidden={{ beyondId: own.id }}>
            {t("beyond.withdraw")}
          </ButtonForm>
        </>
      ) : (
        <Notice>
          {againFrom ? t.rich("beyond.again", { day: () => <Instant at={againFrom} /> }) : t("beyond.barred")}
        </Notice>
      )}
      <Actions>
        <LinkButton look="quiet" href={{ pathname: "/projects/[slug]", params: { slug: project.slug } }}>
          {t("offer.back")}
        </LinkButton>
      </Actions>
    </div>
  );
}

function BeyondForm({ view: { project, competences }, action }: { view: OfferingView; action: FormAction }) {
  const t = useTranslations("project");
  const { slug } = project;
  return (
    <Form action={action} formKey={crypto.randomUUID()} hidden={{ slug }} className="stack stack--form brings">
      <TextField name="title" label={t("beyond.what")} hint={t("beyond.whatHint")} />
      <BringsFields competences={competences} value={competences.length > 0 ? "COMPETENCE" : "CONTACT"} />
      <TextArea name="message" label={t("offer.message")} rows={3} charsMax={MESSAGE_CHARS_MAX} isOptional />
      <NumberField name="hours" label={t("offer.hours")} min={1} max={HOURS_MAX} isOptional />
      <Actions>
        <SubmitButton>{t("offer.submit")}</SubmitButton>
        <LinkButton href={{ pathname: "/projects/[slug]", params: { slug } }}>{t("offer.notNow")}</LinkButton>
      </Actions>
    </Form>
  );
}
