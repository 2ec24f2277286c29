import { useTranslations } from "next-intl";
import { EvidenceOf } from "@/components/contribution/evidence";
import { ReasonForm } from "@/components/contribution/reason-form";
import { ButtonForm } from "@/components/form/button-form";
import { PersonTile } from "@/components/ui/emblem";
import { Ledger } from "@/components/ui/ledger";
import { Day, Instant } from "@/components/ui/moment";
import { Who } from "@/components/ui/who";
import type { FormAction } from "@/lib/form/form-state";
import type { DeclaredLine, RejectedLine } from "@/lib/project/deeds/types";
import { PersonName, sitterOf } from "./person";
import { HowMuch } from "./project-deeds";

/** Contributions that wait for somebody's word: each confirms the work of others. */
export function DeclaredList({ lines, ...acts }: { lines: readonly DeclaredLine[] } & Acts) {
  return (
    <Ledger>
      {lines.map((line) => (
        <DeclaredRow key={line.id} line={line} {...acts} />
      ))}
    </Ledger>
  );
}

type Acts = { readonly confirm: FormAction; readonly reject: FormAction };

function DeclaredRow({ line, confirm, reject }: { line: DeclaredLine } & Acts) {
  const t = useTranslations("contribution");
  const someone = useTranslations("project")("someone");
  const sitter = sitterOf(line.person, 0, someone);
  return (
    <li>
      <Who
        isTop
        tile={<PersonTile slug={sitter.handle} {...sitter} side={40} />}
        name={line.title}
        lines={[
          <span key="who">
            <PersonName person={line.person} /> · <Day on={line.doneOn} look="dated" /> · <HowMuch line={line} />
          </span>,
          <EvidenceOf key="evidence" {...line} />,
          <span key="until">
            {t.rich(line.isOwn ? "ownWaiting" : "confirmBy", {
              day: () => <Instant at={line.confirmBy} look="dated" />,
            })}
          </span>,
        ]}
        end={
          line.isOwn ? null : (
            <ButtonForm
              action={confirm}
              formKey={crypto.randomUUID()}
              hidden={{ contributionId: line.id }}
              size="small"
            >
              {t("confirm")}
              <span className="vh">: {line.title}</span>
            </ButtonForm>
          )
        }
      />
      {line.isOwn ? null : <ReasonForm id={line.id} title={line.title} action={reject} verb="reject" />}
    </li>
  );
}

/** One's own that were not confirmed, each with why: for its author alone. */
export function RejectedList({ lines }: { lines: readonly RejectedLine[] }) {
  const t = useTranslations("contribution.association");
  return (
    <Ledger look="tight">
      {lines.map(({ id, title, name, reason }) => (
        <li key={id}>
          <p>
            <b>{title}</b> <span className="meta">{t("state.REJECTED")}</span>
          </p>
          <p className="meta">{t("rejectedWhy", { name: name ?? t("someone"), reason })}</p>
        </li>
      ))}
    </Ledger>
  );
}
