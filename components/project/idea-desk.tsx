import { useTranslations } from "next-intl";
import { Form } from "@/components/form/form";
import { Section } from "@/components/layout/section";
import { LinkButton } from "@/components/ui/button";
import type { FormAction } from "@/lib/form/form-state";
import type { SentInvitation } from "@/lib/project/idea/types";
import type { ProjectView } from "@/lib/project/page/types";
import { AskFields } from "./ask-fields";
import { SentAsks } from "./sent-asks";

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
      <SentAsks
        sent={sent}
        takeBack={actions.takeBack}
        hiddenOf={(invitationId) => ({ slug: project.slug, invitationId })}
      />
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
        <AskFields />
      </Form>
    </Section>
  );
}
