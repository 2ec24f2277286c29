import { useTranslations } from "next-intl";
import { ButtonForm } from "@/components/form/button-form";
import { Section } from "@/components/layout/section";
import { LinkButton } from "@/components/ui/button";
import { Emblem } from "@/components/ui/emblem";
import { Empty } from "@/components/ui/empty";
import { Todo, TodoItem } from "@/components/ui/ledger";
import { Instant } from "@/components/ui/moment";
import type { FormAction } from "@/lib/form/form-state";
import { Link } from "@/lib/i18n/navigation";
import type { ApplicationLine } from "@/lib/membership/application/types";
import type { ReceivedInvitation } from "@/lib/membership/invitation/types";
import { StateOf } from "./application-state";

type MyInvitationsProps = { invitations: readonly ReceivedInvitation[]; decline: FormAction };

/** Invitations that wait: yes leads to the same four steps, «non ora» costs nothing (rule PT3). */
export function MyInvitations({ invitations, decline }: MyInvitationsProps) {
  const t = useTranslations("membership");
  if (invitations.length === 0) return null;
  return (
    <Section id="invitations" title={t("mine.invitations")}>
      <Todo>
        {invitations.map(({ id, association: { slug, name, values }, inviter, reason, expiresAt }) => (
          <TodoItem
            key={id}
            emblem={<Emblem slug={slug} values={values} side={48} />}
            title={
              <>
                <Link href={{ pathname: "/associations/[slug]", params: { slug } }}>{name}</Link>:{" "}
                {t("enter.invited", { inviter })}
              </>
            }
            due={
              <span className="caption">
                {t.rich("enter.invitedUntil", { day: () => <Instant at={expiresAt} look="dated" /> })}
              </span>
            }
            actions={
              <>
                <LinkButton
                  size="small"
                  look="primary"
                  href={{ pathname: "/associations/[slug]/apply", params: { slug } }}
                >
                  {t("enter.answer")}
                </LinkButton>
                <ButtonForm action={decline} formKey={crypto.randomUUID()} hidden={{ invitationId: id }} size="small">
                  {t("enter.notNow")}
                </ButtonForm>
              </>
            }
          >
            {reason}
          </TodoItem>
        ))}
      </Todo>
    </Section>
  );
}

/** My applications, newest first. */
export function MyApplications({ applications }: { applications: readonly ApplicationLine[] }) {
  const t = useTranslations("membership.mine");
  if (applications.length === 0)
    return (
      <Empty
        title={t("empty.title")}
        actions={
          <LinkButton look="primary" href="/associations">
            {t("empty.act")}
          </LinkButton>
        }
      >
        {t("empty.text")}
      </Empty>
    );
  return (
    <Section id="applications" title={t("applications")}>
      <Todo>
        {applications.map((application) => (
          <Line key={application.id} application={application} />
        ))}
      </Todo>
    </Section>
  );
}

function Line({ application }: { application: ApplicationLine }) {
  const t = useTranslations("membership.mine");
  const { id, association, state, submittedAt, answerBy, closedAt } = application;
  const { slug, name, values } = association;
  const sent = t.rich("sent", { day: () => <Instant at={submittedAt} look="dated" /> });
  const due = answerBy ? t.rich("due", { day: () => <Instant at={answerBy} look="dated" /> }) : null;
  const closed = closedAt ? t.rich("closed", { day: () => <Instant at={closedAt} look="dated" /> }) : null;
  const then = state === "PENDING" ? due : closed;
  return (
    <TodoItem
      emblem={<Emblem slug={slug} values={values} side={48} />}
      title={<Link href={{ pathname: "/applications/[id]", params: { id } }}>{name}</Link>}
      due={<StateOf state={state} />}
      actions={null}
    >
      {sent}
      {then ? <>, {then}</> : null}
    </TodoItem>
  );
}
