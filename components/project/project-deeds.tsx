import { useTranslations } from "next-intl";
import { EvidenceOf } from "@/components/contribution/evidence";
import { ReasonForm } from "@/components/contribution/reason-form";
import { ReportDeedLink, Withheld } from "@/components/moderation/report-link";
import { Instant } from "@/components/ui/moment";
import { Table, TableCell } from "@/components/ui/table";
import type { FormAction } from "@/lib/form/form-state";
import type { ConfirmedLine } from "@/lib/project/page/types";
import { PersonCell, PersonName } from "./person";

/** Where fellow members report what others did, who looks, and of one's own that is hidden the report that says why. */
export type Reporting = {
  readonly association: string;
  readonly memberId: string;
  readonly withheld: Readonly<Record<string, string>>;
};

type ConfirmedTableProps = {
  lines: readonly ConfirmedLine[];
  locale: string;
  /** Which of them whoever looks may set right, and how. */
  reversing?: { readonly ids: readonly string[]; readonly action: FormAction } | undefined;
  reporting?: Reporting | undefined;
};

/** What was done and who said so. */
export function ConfirmedTable({ lines, locale, reversing, reporting }: ConfirmedTableProps) {
  const t = useTranslations("project.page");
  if (lines.length === 0) return <p className="meta">{t("deedsNone")}</p>;
  return (
    <Table heads={[t("what"), t("who"), t("howMuch"), t("confirmedBy")]} caption={t("deeds")}>
      {lines.map((line) => (
        <tr key={line.id}>
          <TableCell>
            <span lang={locale}>{line.title}</span>
            <EvidenceOf {...line} />
            {reporting ? <Reported line={line} reporting={reporting} /> : null}
            {reversing?.ids.includes(line.id) ? (
              <ReasonForm id={line.id} title={line.title} action={reversing.action} verb="reverse" />
            ) : null}
          </TableCell>
          <TableCell label={t("who")}>
            <PersonCell person={line.person} />
          </TableCell>
          <TableCell isMeta label={t("howMuch")}>
            <HowMuch line={line} />
          </TableCell>
          <TableCell isMeta label={t("confirmedBy")}>
            <PersonName person={line.confirmedBy} /> · <Instant at={line.confirmedAt} look="dated" />
          </TableCell>
        </tr>
      ))}
    </Table>
  );
}

function Reported({
  line,
  reporting: { association, memberId, withheld },
}: {
  line: ConfirmedLine;
  reporting: Reporting;
}) {
  if (line.person?.memberId !== memberId) return <ReportDeedLink association={association} deed={line} />;
  const reportId = line.isWithheld ? withheld[line.id] : undefined;
  if (!reportId) return null;
  return (
    <p className="meta">
      <Withheld association={association} reportId={reportId} what="withheldDeed" />
    </p>
  );
}

/** Hours where they were told, else what was given. */
export function HowMuch({ line: { minutes, kind } }: { line: Pick<ConfirmedLine, "minutes" | "kind"> }) {
  const t = useTranslations("contribution");
  return minutes ? t("hours", { hours: minutes / 60 }) : t(`kind.${kind}`);
}
