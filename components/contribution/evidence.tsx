import { useTranslations } from "next-intl";
import type { Evidence } from "@/lib/contribution/types";

/** What shows that something was done: where it can be seen, and for those inside the file. */
export function EvidenceOf({ evidenceUrl, evidenceFile }: Evidence) {
  const t = useTranslations("contribution");
  if (!evidenceUrl && !evidenceFile) return null;
  return (
    <span className="meta evidence">
      {evidenceUrl ? (
        <a className="lone-link" href={evidenceUrl} rel="noopener nofollow ugc">
          {t("seenAt", { host: new URL(evidenceUrl).hostname })}
        </a>
      ) : null}
      {evidenceFile ? (
        <a className="lone-link" href={`/api/files/${evidenceFile.id}`} rel="nofollow">
          {evidenceFile.name}
        </a>
      ) : null}
    </span>
  );
}
