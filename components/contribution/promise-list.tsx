import { useTranslations } from "next-intl";
import { ButtonForm } from "@/components/form/button-form";
import { PersonName } from "@/components/membership/person-name";
import { Ledger } from "@/components/ui/ledger";
import { Day } from "@/components/ui/moment";
import { State } from "@/components/ui/tiles";
import type { PromiseLine } from "@/lib/contribution/promise/types";
import type { FormAction } from "@/lib/form/form-state";
import { COMMITMENT_LOOKS } from "./commitment-list";
import { ClosePromise, NotePromise } from "./promise-forms";

export type PromiseActs = { readonly close: FormAction; readonly attest: FormAction; readonly note: FormAction };
type PromiseListProps = { lines: readonly PromiseLine[]; acts: PromiseActs };

/** What was said, by when, and what one may do with it now. */
export function PromiseList({ lines, acts }: PromiseListProps) {
  return (
    <Ledger look="tight">
      {lines.map((line) => (
        <Row key={line.id} line={line} acts={acts} />
      ))}
    </Ledger>
  );
}

function Row({ line, acts }: { line: PromiseLine; acts: PromiseActs }) {
  const t = useTranslations("contribution");
  const [tone, glyph] = COMMITMENT_LOOKS[line.state];
  return (
    <li>
      <p>
        <b lang={line.locale}>{line.text}</b> <Whose line={line} />
      </p>
      <State tone={tone} glyph={glyph}>
        {t(`state.${line.state}`)}
      </State>
      <Shown line={line} />
      {line.may.attest ? (
        <ButtonForm action={acts.attest} formKey={crypto.randomUUID()} hidden={{ commitmentId: line.id }} size="small">
          {t("promise.attest")}
          <span className="vh">: {line.text}</span>
        </ButtonForm>
      ) : null}
      {line.may.close ? <ClosePromise line={line} action={acts.close} /> : null}
      {line.may.note ? <NotePromise line={line} action={acts.note} /> : null}
    </li>
  );
}

function Whose({ line: { person, to, dueOn } }: { line: PromiseLine }) {
  const t = useTranslations("contribution");
  return (
    <span className="meta">
      {person ? <PersonName person={person} /> : null}
      {to ? <> {t.rich("promise.to", { name: () => <PersonName person={to} /> })}</> : null}{" "}
      {dueOn ? t.rich("due", { day: () => <Day on={dueOn} look="dated" /> }) : t("noDue")}
    </span>
  );
}

/** What shows it, who confirmed it, and its subject's words. */
function Shown({ line: { confirmedBy, evidence, note } }: { line: PromiseLine }) {
  const t = useTranslations("contribution.promise");
  return (
    <>
      {confirmedBy ? (
        <p className="meta">{t.rich("confirmedBy", { name: () => <PersonName person={confirmedBy} /> })}</p>
      ) : null}
      {evidence ? <p className="meta">{t("shown", { evidence })}</p> : null}
      {note ? <p className="meta">«{note}»</p> : null}
    </>
  );
}
