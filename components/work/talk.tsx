import { useTranslations } from "next-intl";
import { ButtonForm } from "@/components/form/button-form";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";
import { TextField } from "@/components/form/text-field";
import { PersonName } from "@/components/project/person";
import { Fold } from "@/components/ui/fold";
import { Instant } from "@/components/ui/moment";
import { Prose } from "@/components/ui/prose";
import type { FormAction } from "@/lib/form/form-state";
import { MESSAGE_CHARS_MAX } from "@/lib/project/talk/schema";
import type { Message, TalkView, Thread } from "@/lib/project/talk/types";

export type TalkActions = { readonly open: FormAction; readonly answer: FormAction; readonly withdraw: FormAction };
type TalkProps = { view: TalkView; actions: TalkActions };

/** Threads, the one with the newest words first; each answers in its place. */
export function Talk({ view, actions }: TalkProps) {
  const t = useTranslations("work.talk");
  const { project, threads, barred } = view;
  const { slug } = project;
  return (
    <div className="stack stack--sections mt-6">
      {barred ? null : (
        <Fold title={t("new")} isOpen={threads.length === 0}>
          <Form action={actions.open} formKey={crypto.randomUUID()} hidden={{ slug }}>
            <TextField name="title" label={t("title")} />
            <TextArea name="text" label={t("text")} rows={4} charsMax={MESSAGE_CHARS_MAX} />
            <SubmitButton>{t("open")}</SubmitButton>
          </Form>
        </Fold>
      )}
      {threads.length === 0 ? <p>{t("none")}</p> : null}
      {threads.map((thread) => (
        <ThreadPart key={thread.id} thread={thread} view={view} actions={actions} />
      ))}
    </div>
  );
}

function ThreadPart({ thread, view, actions }: TalkProps & { thread: Thread }) {
  const t = useTranslations("work.talk");
  const { slug, locale } = view.project;
  const title = thread.title || t("withdrawnThread");
  return (
    <section aria-labelledby={`thread-${thread.id}`}>
      <div className="section-head">
        <h2 id={`thread-${thread.id}`} lang={thread.title ? locale : undefined}>
          {title}
        </h2>
      </div>
      <ol className="thread">
        {[thread, ...thread.answers].map((message) => (
          <li key={message.id}>
            <Said message={message} slug={slug} locale={locale} withdraw={actions.withdraw} />
          </li>
        ))}
      </ol>
      {view.barred ? null : (
        <Form action={actions.answer} formKey={crypto.randomUUID()} hidden={{ slug, threadId: thread.id }}>
          <TextArea name="text" label={t("answerTo", { title })} rows={2} />
          <SubmitButton look="neutral" size="small">
            {t("answer")}
            <span className="vh">: {title}</span>
          </SubmitButton>
        </Form>
      )}
    </section>
  );
}

type SaidProps = { message: Message; slug: string; locale: string; withdraw: FormAction };

function Said({ message: { id, author, at, text, isMine, isWithdrawn }, slug, locale, withdraw }: SaidProps) {
  const t = useTranslations("work.talk");
  return (
    <>
      <p className="meta">
        <PersonName person={author} /> · <Instant at={at} />
      </p>
      {isWithdrawn ? <p className="meta">{t("withdrawn")}</p> : <Prose text={text} lang={locale} />}
      {isMine && !isWithdrawn ? (
        <ButtonForm
          action={withdraw}
          formKey={crypto.randomUUID()}
          hidden={{ slug, messageId: id }}
          look="quiet"
          size="small"
        >
          {t("withdraw")}
        </ButtonForm>
      ) : null}
    </>
  );
}
