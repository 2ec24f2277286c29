import { useTranslations } from "next-intl";
import { ButtonForm } from "@/components/form/button-form";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";
import { TextField } from "@/components/form/text-field";
import { Section } from "@/components/layout/section";
import { LinkButton } from "@/components/ui/button";
import { Instant } from "@/components/ui/moment";
import { State } from "@/components/ui/tiles";
import type { FormAction } from "@/lib/form/form-state";
import { REASON_CHARS_MAX, REASON_CHARS_MIN } from "@/lib/membership/invitation/schema";
import type { SentInvitation } from "@/lib/project/idea/types";
import type { ProjectView } from "@/lib/project/page/types";
import { PersonName } from "./person";

type IdeaDeskProps = {
  project: ProjectView;
  sent: readonly SentInvitation[];
  actions: { readonly invite: FormAction; readonly takeBack: FormAction };
};

/** What the owner of an idea does: make a proposal of it when there are people enough, ask somebody in. */
export function IdeaDesk({ project, sent, actions }: IdeaDeskProps) {
  return (
    <>
      <Become project={project} />
      <Invite project={project} action={actions.invite} />
      {sent.length > 0 ? <Sent slug={project.slug} sent={sent} action={actions.takeBack} /> : null}
    </>
  );
}

function Become({ project: { slug, dream } }: { project: ProjectView }) {
  const t = useTranslations("project.idea");
  const missing = dream ? dream.peopleNeeded - dream.people : 0;
  return (
    <Section id="become" title={t("become")} note={t("becomeNote")}>
      {missing > 0 ? (
        <p>{t("becomeWait", { count: missing })}</p>
      ) : (
        <LinkButton look="primary" href={{ pathname: "/projects/[slug]/propose", params: { slug } }}>
          {t("becomeAct")}
        </LinkButton>
      )}
    </Section>
  );
}

function Invite({ project: { slug }, action }: { project: ProjectView; action: FormAction }) {
  const t = useTranslations("project.idea");
  return (
    <Section id="invite" title={t("invite")} note={t("inviteNote")}>
      <Form action={action} formKey={crypto.randomUUID()} hidden={{ slug }}>
        <TextField name="handle" label={t("handle")} hint={t("handleHint")} autoComplete="off" />
        <TextArea
          name="reason"
          label={t("reason")}
          hint={t("reasonHint", { min: REASON_CHARS_MIN })}
          rows={3}
          charsMax={REASON_CHARS_MAX}
        />
        <SubmitButton look="neutral">{t("inviteSubmit")}</SubmitButton>
      </Form>
    </Section>
  );
}

type SentProps = { slug: string; sent: readonly SentInvitation[]; action: FormAction };

function Sent({ slug, sent, action }: SentProps) {
  const t = useTranslations("project.idea");
  return (
    <Section id="sent" title={t("sent")}>
      <ul className="ledger ledger--tight">
        {sent.map(({ id, person, state, askedAt }) => (
          <li key={id}>
            <p>
              <b>
                <PersonName person={person} />
              </b>{" "}
              <State tone={state === "ACCEPTED" ? "done" : state === "OPEN" ? "ask" : "soft"}>
                {t(`sentState.${state}`)}
              </State>
            </p>
            <p className="meta">{t.rich("sentOn", { day: () => <Instant at={askedAt} look="dated" /> })}</p>
            {state === "OPEN" ? (
              <ButtonForm
                action={action}
                formKey={crypto.randomUUID()}
                hidden={{ slug, invitationId: id }}
                look="quiet"
                size="small"
              >
                {t("takeBack")}
                <span className="vh">: {person?.name}</span>
              </ButtonForm>
            ) : null}
          </li>
        ))}
      </ul>
    </Section>
  );
}
