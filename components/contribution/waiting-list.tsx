import { useTranslations } from "next-intl";
import { ButtonForm } from "@/components/form/button-form";
import { PersonName, Portrait } from "@/components/membership/person-name";
import { Ledger } from "@/components/ui/ledger";
import { Day, Instant } from "@/components/ui/moment";
import { Who } from "@/components/ui/who";
import type { WaitingLine } from "@/lib/contribution/outside/types";
import type { FormAction } from "@/lib/form/form-state";
import { EvidenceOf } from "./evidence";
import { HowMuch } from "./how-much";
import { ReasonForm } from "./reason-form";

type WaitingListProps = { lines: readonly WaitingLine[]; confirm: FormAction; reject: FormAction };

/** Contributions of others that wait for a word of whoever looks. */
export function WaitingList({ lines, confirm, reject }: WaitingListProps) {
  return (
    <Ledger>
      {lines.map((line) => (
        <Row key={line.id} line={line} confirm={confirm} reject={reject} />
      ))}
    </Ledger>
  );
}

function Row({ line, confirm, reject }: { line: WaitingLine; confirm: FormAction; reject: FormAction }) {
  const t = useTranslations("contribution");
  const day = () => <Instant at={line.confirmBy} look="dated" />;
  return (
    <li>
      <Who
        isTop
        tile={<Portrait person={line.person} side={40} />}
        name={<span lang={line.locale}>{line.title}</span>}
        lines={[
          <span key="who">
            <PersonName person={line.person} /> · <Day on={line.doneOn} look="dated" /> · <HowMuch line={line} />
          </span>,
          <EvidenceOf key="evidence" evidenceUrl={line.evidenceUrl} evidenceFile={null} />,
          <span key="until">{t.rich("confirmBy", { day })}</span>,
        ]}
        end={
          <ButtonForm action={confirm} formKey={crypto.randomUUID()} hidden={{ contributionId: line.id }} size="small">
            {t("confirm")}
            <span className="vh">: {line.title}</span>
          </ButtonForm>
        }
      />
      <ReasonForm id={line.id} title={line.title} action={reject} verb="reject" />
    </li>
  );
}
