import { useTranslations } from "next-intl";
import { ButtonForm } from "@/components/form/button-form";
import { Section } from "@/components/layout/section";
import { Instant } from "@/components/ui/moment";
import { State } from "@/components/ui/tiles";
import type { FormAction } from "@/lib/form/form-state";
import type { NeedAskState } from "@/lib/project/covering/types";
import type { Person } from "@/lib/project/types";
import { PersonName } from "./person";

const TONES = {
  OPEN: "ask",
  ACCEPTED: "done",
  DECLINED: "soft",
  WITHDRAWN: "soft",
  LAPSED: "soft",
} as const satisfies Record<NeedAskState, string>;

type Asked = {
  readonly id: string;
  readonly person: Person;
  readonly state: NeedAskState;
  readonly askedAt: string;
  /** When it closes by itself; missing for what waits as long as the project does. */
  readonly expiresAt?: string;
};

type TakeBack = {
  takeBack: FormAction;
  /** What names one question in the form that takes it back. */
  hiddenOf: (id: string) => Record<string, string>;
};

/** Whom one asked in, and what they said: a «non ora» is for the asker alone (rule PT3). */
export function SentAsks({ sent, ...act }: { sent: readonly Asked[] } & TakeBack) {
  const t = useTranslations("project.asked");
  if (sent.length === 0) return null;
  return (
    <Section id="sent" title={t("sent")}>
      <ul className="ledger ledger--tight">
        {sent.map((asked) => (
          <AskedLine key={asked.id} asked={asked} {...act} />
        ))}
      </ul>
    </Section>
  );
}

function AskedLine({ asked, takeBack, hiddenOf }: { asked: Asked } & TakeBack) {
  const t = useTranslations("project.asked");
  const { id, person, state, askedAt, expiresAt } = asked;
  const isOpen = state === "OPEN";
  return (
    <li>
      <p>
        <b>
          <PersonName person={person} />
        </b>{" "}
        <State tone={TONES[state]}>{t(`state.${state}`)}</State>
      </p>
      <p className="meta">
        {t.rich("on", { day: () => <Instant at={askedAt} look="dated" /> })}
        {isOpen && expiresAt ? <> · {t.rich("until", { day: () => <Instant at={expiresAt} look="dated" /> })}</> : null}
      </p>
      {isOpen ? (
        <ButtonForm action={takeBack} formKey={crypto.randomUUID()} hidden={hiddenOf(id)} look="quiet" size="small">
          {t("takeBack")}
          <span className="vh">: {person?.name}</span>
        </ButtonForm>
      ) : null}
    </li>
  );
}
