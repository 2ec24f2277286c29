import { useTranslations } from "next-intl";
import { Instant } from "@/components/ui/moment";
import { Notice } from "@/components/ui/notice";
import type { FormAction } from "@/lib/form/form-state";
import { Link } from "@/lib/i18n/navigation";
import type { DeskPapersView } from "@/lib/membership/application/types";
import type { MessageView } from "@/lib/membership/conversation/types";
import type { GivenVouch } from "@/lib/membership/vouch/types";
import { Conversation } from "./conversation";
import { DecideForm } from "./decide-form";
import { Decisions } from "./decisions";
import { Papers } from "./papers";
import { Portrait } from "./person-name";
import { GivenVouches } from "./vouches";

type DeskPapersProps = {
  papers: DeskPapersView;
  messages: readonly MessageView[];
  vouches: readonly GivenVouch[];
  say: FormAction;
  action: FormAction;
};

/** One application on the desk: who, what they wrote, what was said, and the decision at the end. */
export function DeskPapers({ papers, messages, vouches, say, action }: DeskPapersProps) {
  const t = useTranslations("membership");
  const { closed, minMinutes } = papers;
  return (
    <article aria-labelledby="candidate" className="desk-main">
      <Candidate papers={papers} />
      <Papers papers={papers} askedHours={minMinutes === null ? null : minMinutes / 60} />
      <GivenVouches vouches={vouches} required={papers.sponsorsRequired} />
      <Decisions decisions={papers.decisions} />
      <Conversation
        applicationId={papers.id}
        messages={messages}
        note={t("conversation.noteDesk", { name: papers.person.name })}
        say={papers.state === "PENDING" ? say : null}
      />
      {closed === null ? <DecideForm papers={papers} action={action} /> : null}
      {closed === "said" ? <Notice tone="wait">{t("desk.saidClosed")}</Notice> : null}
      {closed === "decided" ? (
        <Notice>{t("desk.decidedClosed", { state: t(`state.${papers.state}`).toLowerCase() })}</Notice>
      ) : null}
    </article>
  );
}

function Candidate({ papers: { person, submittedAt, charterVersion } }: { papers: DeskPapersView }) {
  const t = useTranslations("membership.desk");
  const { handle, name, headline, isReadable } = person;
  const day = () => <Instant at={submittedAt} />;
  return (
    <header className="who who--top">
      <Portrait person={person} side={64} />
      <div className="grow">
        <h2 id="candidate">{name}</h2>
        <p className="meta">{headline}</p>
        <p className="meta">{t.rich("line", { day, version: charterVersion })}</p>
        {isReadable ? (
          <p className="meta">
            <Link href={{ pathname: "/people/[handle]", params: { handle } }}>{t("seeCard")}</Link>
          </p>
        ) : null}
      </div>
    </header>
  );
}
