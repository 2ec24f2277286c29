import { useTranslations } from "next-intl";
import { Facts } from "@/components/ui/facts";

/** Who answers for this site, and how to write to them. */
export function OperatorNote({ operator, contact }: { operator: string; contact: string }) {
  const t = useTranslations("site.documents");
  const facts = [
    { term: t("operator"), value: operator },
    { term: t("contact"), value: <a href={`mailto:${contact}`}>{contact}</a> },
  ];
  return <Facts facts={facts} />;
}

/** Which version of a text this is: the same that is kept with its acceptance (rule PV4). */
export function VersionNote({ version, hash }: { version: string; hash: string }) {
  const t = useTranslations("site.documents");
  return (
    <p className="caption document-version">
      {t("version", { version })} · {t("hash", { hash })}
    </p>
  );
}
