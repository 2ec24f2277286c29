import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { Ledger } from "@/components/ui/ledger";
import { Instant } from "@/components/ui/moment";

type Mail = {
  readonly id: string;
  readonly recipient: string;
  readonly subject: string;
  readonly text: string;
  readonly locale: string;
  readonly createdAt: Date;
};

/** What would have been sent, newest first. */
export function ShownMails({ mails }: { mails: readonly Mail[] }) {
  const t = useTranslations("account.developmentMail");
  if (mails.length === 0)
    return (
      <Empty title={t("empty")} actions={<LinkButton href="/sign-in">{t("emptyAct")}</LinkButton>}>
        {t("emptyText")}
      </Empty>
    );
  return (
    <Ledger>
      {mails.map((mail) => (
        <ShownMail key={mail.id} mail={mail} />
      ))}
    </Ledger>
  );
}

function ShownMail({ mail }: { mail: Mail }) {
  const t = useTranslations("account.developmentMail");
  return (
    <li>
      <h2 className="h-small" lang={mail.locale}>
        {mail.subject}
      </h2>
      <p className="meta">
        {t("to", { recipient: mail.recipient })} · <Instant at={mail.createdAt} look="dated" hasTime />
      </p>
      <div className="mail-text" lang={mail.locale}>
        <Linked text={mail.text} />
      </div>
    </li>
  );
}

/** The same text with its addresses to follow. */
function Linked({ text }: { text: string }) {
  return text.split(/(https?:\/\/\S+)/).map((part, i) =>
    i % 2 === 1 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text never move
      <a key={i} href={part}>
        {part}
      </a>
    ) : (
      part
    ),
  );
}
