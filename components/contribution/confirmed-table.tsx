import { useTranslations } from "next-intl";
import { PersonName } from "@/components/membership/person-name";
import { ReportDeedLink } from "@/components/moderation/report-link";
import { Day, Instant } from "@/components/ui/moment";
import { Table, TableCell } from "@/components/ui/table";
import type { ConfirmedLine } from "@/lib/contribution/outside/types";
import type { FormAction } from "@/lib/form/form-state";
import { EvidenceOf } from "./evidence";
import { HowMuch } from "./how-much";
import { ReasonForm } from "./reason-form";

type ConfirmedTableProps = { lines: readonly ConfirmedLine[]; reverse: FormAction; association: string };

/** What was done for an association and who said so; what was set right stays, with its reason. */
export function ConfirmedTable({ lines, reverse, association }: ConfirmedTableProps) {
  const t = useTranslations("contribution");
  const heads = useTranslations("project.page");
  return (
    <Table heads={[heads("what"), heads("who"), heads("howMuch"), heads("confirmedBy")]} caption={t("confirmed")}>
      {lines.map((line) => (
        <tr key={line.id}>
          <TableCell>
            <What line={line} />
            <EvidenceOf evidenceUrl={line.evidenceUrl} evidenceFile={null} />
            {line.isOwn ? null : <ReportDeedLink association={association} deed={line} />}
            {line.mayReverse ? <ReasonForm id={line.id} title={line.title} action={reverse} verb="reverse" /> : null}
          </TableCell>
          <TableCell label={heads("who")}>
            <PersonName person={line.person} />
          </TableCell>
          <TableCell isMeta label={heads("howMuch")}>
            <HowMuch line={line} />
          </TableCell>
          <TableCell isMeta label={heads("confirmedBy")}>
            {line.confirmedBy ? <PersonName person={line.confirmedBy} /> : t("association.someone")} ·{" "}
            <Instant at={line.confirmedAt} look="dated" />
          </TableCell>
        </tr>
      ))}
    </Table>
  );
}

function What({ line: { title, locale, doneOn, reversal } }: { line: ConfirmedLine }) {
  const t = useTranslations("contribution.association");
  const words = <span lang={locale}>{title}</span>;
  return (
    <>
      {reversal ? <s>{words}</s> : words}{" "}
      <span className="meta">
        <Day on={doneOn} look="dated" />
        {reversal ? ` · ${t("reversedWhy", { reason: reversal })}` : null}
      </span>
    </>
  );
}
