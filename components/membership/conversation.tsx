import { useTranslations } from "next-intl";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";
import { Instant } from "@/components/ui/moment";
import { Prose } from "@/components/ui/prose";
import type { FormAction } from "@/lib/form/form-state";
import { WORDS_CHARS_MAX } from "@/lib/membership/conversation/schema";
import type { MessageView } from "@/lib/membership/conversation/types";

type ConversationProps = {
  applicationId: string;
  messages: readonly MessageView[];
  /** Who reads it, in words. */
  note: string;
  /** Null once the application is closed: then what was said stays, and nothing more is. */
  say: FormAction | null;
};

/** What applicant and stewards write to each other while an application waits. */
export function Conversation({ applicationId, messages, note, say }: ConversationProps) {
  const t = useTranslations("membership.conversation");
  if (say === null && messages.length === 0) return null;
  return (
    <section aria-labelledby="conversation">
      <h3 id="conversation">{t("title")}</h3>
      {messages.length === 0 ? <p className="meta">{t("none")}</p> : <Messages messages={messages} />}
      {say ? (
        <Form action={say} formKey={crypto.randomUUID()} hidden={{ applicationId }} labelledBy="conversation">
          <TextArea name="text" label={t("text")} hint={note} charsMax={WORDS_CHARS_MAX} />
          <SubmitButton>{t("submit")}</SubmitButton>
        </Form>
      ) : null}
    </section>
  );
}

function Messages({ messages }: { messages: readonly MessageView[] }) {
  const t = useTranslations("membership.conversation");
  return (
    <ol className="stack">
      {messages.map(({ id, author, isOwn, text, at }) => (
        <li key={id} className="stack stack--tight">
          <p className="row row--near">
            <b>{isOwn ? t("own") : author}</b>
            <span className="meta">
              <Instant at={at} look="dated" />
            </span>
          </p>
          <Prose text={text} />
        </li>
      ))}
    </ol>
  );
}
