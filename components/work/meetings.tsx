import { useTranslations } from "next-intl";
import { ButtonForm } from "@/components/form/button-form";
import { PersonName } from "@/components/project/person";
import { AnchorButton } from "@/components/ui/anchor-button";
import { Actions } from "@/components/ui/button";
import { Fold } from "@/components/ui/fold";
import { Ledger } from "@/components/ui/ledger";
import { Day } from "@/components/ui/moment";
import type { FormAction } from "@/lib/form/form-state";
import { Link } from "@/lib/i18n/navigation";
import type { MeetingLine, MeetingsView } from "@/lib/project/meeting/types";
import type { Person } from "@/lib/project/types";
import { MeetingForm } from "./meeting-form";

type MeetingActions = Readonly<Record<"call" | "change" | "cancel" | "answer", FormAction>>;
type MeetingsProps = { view: MeetingsView; actions: MeetingActions; today: string };

/** The next meeting first; those that were, and those called off, at the end. */
export function Meetings({ view, actions, today }: MeetingsProps) {
  const t = useTranslations("work.meetings");
  const { project, meetings, barred } = view;
  const { slug } = project;
  return (
    <div className="stack stack--sections mt-6">
      {barred ? null : (
        <Fold title={t("new")} isOpen={meetings.length === 0}>
          <MeetingForm action={actions.call} slug={slug} today={today} />
        </Fold>
      )}
      {meetings.length === 0 ? <p>{t("none")}</p> : null}
      <Ledger>
        {meetings.map((meeting) => (
          <li key={meeting.id}>
            <Sheet meeting={meeting} locale={project.locale} />
            {meeting.isCancelled || meeting.isOver ? null : (
              <Acts meeting={meeting} slug={slug} today={today} actions={actions} mayWork={!barred} />
            )}
          </li>
        ))}
      </Ledger>
      <p className="meta">{t.rich("feed", { a: (words) => <Link href="/settings/calendar">{words}</Link> })}</p>
    </div>
  );
}

function Sheet({ meeting, locale }: { meeting: MeetingLine; locale: string }) {
  const t = useTranslations("work.meetings");
  const { title, on, from, to, place, link, isCancelled, isOver, coming, notNow } = meeting;
  return (
    <>
      <h2 className="h-small" lang={locale}>
        {title}
      </h2>
      <p>
        {isCancelled ? <b>{t("cancelled")} · </b> : isOver ? <span className="meta">{t("over")} · </span> : null}
        <Day on={on} />, {t("hours", { from, to })}
      </p>
      {place ? <p lang={locale}>{place}</p> : null}
      {link ? (
        <p>
          <a href={link} rel="nofollow noopener noreferrer">
            {t("link")}
            <span className="vh">: {title}</span>
          </a>
        </p>
      ) : null}
      <p className="meta">
        {t("coming")} <Names people={coming} />
      </p>
      {notNow.length > 0 ? (
        <p className="meta">
          {t("notNow")} <Names people={notNow} />
        </p>
      ) : null}
    </>
  );
}

function Names({ people }: { people: readonly Person[] }) {
  return people.map((person, i) => (
    <span key={person?.memberId ?? i}>
      {i > 0 ? ", " : null}
      <PersonName person={person} />
    </span>
  ));
}

type ActsProps = { meeting: MeetingLine; slug: string; today: string; actions: MeetingActions; mayWork: boolean };

function Acts({ meeting, slug, today, actions, mayWork }: ActsProps) {
  const t = useTranslations("work.meetings");
  const { id, title, mine, isTheirs } = meeting;
  return (
    <>
      {mine === null ? null : <p className="meta">{t(mine ? "youCome" : "youSaidNotNow")}</p>}
      <Actions className="mt-3">
        {mine !== true && mayWork ? (
          <AnswerButton meeting={meeting} slug={slug} answer="YES" action={actions.answer} />
        ) : null}
        {mine === false ? null : (
          <AnswerButton meeting={meeting} slug={slug} answer="NOT_NOW" action={actions.answer} />
        )}
        <AnchorButton size="small" look="quiet" href={`/api/meetings/${id}`} download>
          {t("ics")}
          <span className="vh">: {title}</span>
        </AnchorButton>
      </Actions>
      {isTheirs ? <Change meeting={meeting} slug={slug} today={today} actions={actions} mayWork={mayWork} /> : null}
    </>
  );
}

/** Moving it while work goes on; calling it off in a suspension too. */
function Change({ meeting, slug, today, actions, mayWork }: ActsProps) {
  const t = useTranslations("work.meetings");
  const { id, title } = meeting;
  return (
    <Fold
      title={
        <>
          {t(mayWork ? "change" : "cancel")}
          <span className="vh">: {title}</span>
        </>
      }
    >
      {mayWork ? <MeetingForm action={actions.change} slug={slug} today={today} meeting={meeting} /> : null}
      <ButtonForm
        action={actions.cancel}
        formKey={crypto.randomUUID()}
        hidden={{ slug, meetingId: id }}
        look="stop"
        size="small"
      >
        {t("cancel")}
        <span className="vh">: {title}</span>
      </ButtonForm>
    </Fold>
  );
}

type AnswerButtonProps = { meeting: MeetingLine; slug: string; answer: "YES" | "NOT_NOW"; action: FormAction };

function AnswerButton({ meeting: { id, title }, slug, answer, action }: AnswerButtonProps) {
  const t = useTranslations("work.meetings");
  return (
    <ButtonForm action={action} formKey={crypto.randomUUID()} hidden={{ slug, meetingId: id, answer }} size="small">
      {t(`answer.${answer}`)}
      <span className="vh">: {title}</span>
    </ButtonForm>
  );
}
