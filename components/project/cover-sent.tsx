import { useTranslations } from "next-intl";
import { ButtonForm } from "@/components/form/button-form";
import { Section } from "@/components/layout/section";
import { Instant } from "@/components/ui/moment";
import { State } from "@/components/ui/tiles";
import type { FormAction } from "@/lib/form/form-state";
import type { NeedAskState, SentAsk } from "@/lib/project/covering/types";
import { PersonName } from "./person";

const TONES = {
  OPEN: "ask",
  ACCEPTED: "done",
  DECLINED: "soft",
  WITHDRAWN: "soft",
  LAPSED: "soft",
} as const satisfies Record<NeedAskState, string>;

type SentProps = { sent: readonly SentAsk[]; takeBack: FormAction };

/** Whom one asked about a need, and what they said. */
export function CoverSent({ sent, takeBack }: SentProps) {
  const t = useTranslations("project.cover");
  return (
    <Section id="sent" title={t("sent")}>
      <ul className="ledger ledger--tight">
        {sent.map(({ id, person, state, askedAt, expiresAt }) => (
          <li key={id}>
            <p>
              <b>
                <PersonName person={person} />
              </b>{" "}
              <State tone={TONES[state]}>{t(`sentState.${state}`)}</State>
            </p>
            <p className="meta">
              {t.rich("sentOn", { day: () => <Instant at={askedAt} look="dated" /> })}
              {state === "OPEN" ? (
                <> · {t.rich("waitsUntil", { day: () => <Instant at={expiresAt} look="dated" /> })}</>
              ) : null}
            </p>
            {state === "OPEN" ? (
              <ButtonForm
                action={takeBack}
                formKey={crypto.randomUUID()}
                hidden={{ askId: id }}
                look="quiet"
                size="small"
              >
                {t("takeBack")}
                <span className="vh">: {person?.name}</span>
              </ButtonForm>
            ) : null}
          </li>
        ))}
      </ul>
    </Section>
  );
}
