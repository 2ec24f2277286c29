import { useTranslations } from "next-intl";
import { Link } from "@/lib/i18n/navigation";

/** Where no mail server is set up: where the messages can be read instead. */
export function MailHint() {
  const t = useTranslations("account");
  return (
    <p className="caption">{t.rich("mailShown", { link: (words) => <Link href="/development/mail">{words}</Link> })}</p>
  );
}
