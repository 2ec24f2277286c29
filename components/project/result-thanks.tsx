import { useTranslations } from "next-intl";
import { ButtonForm } from "@/components/form/button-form";
import { Form } from "@/components/form/form";
import { Select } from "@/components/form/select";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";
import { Section } from "@/components/layout/section";
import { Ledger } from "@/components/ui/ledger";
import type { FormAction } from "@/lib/form/form-state";
import { THANKS_CHARS_MAX } from "@/lib/project/thanks/schema";
import type { OwnThanks, ThanksLine, ThanksToMe, ThanksView } from "@/lib/project/thanks/types";
import { PersonName } from "./person";

/** The thanks that everybody reads: to all, then those that whoever is thanked opened. */
export function Thanks({ lines, locale }: { lines: readonly ThanksLine[]; locale: string }) {
  const t = useTranslations("project.result");
  if (lines.length === 0) return null;
  return (
    <Section id="thanks" title={t("thanksTitle")}>
      <Ledger look="tight">
        {lines.map((line) => (
          <li key={line.id}>
            <p className="remark" lang={locale}>
              {line.text}
            </p>
            <p className="meta">
              <FromTo line={line} />
            </p>
          </li>
        ))}
      </Ledger>
    </Section>
  );
}

function FromTo({ line: { from, to, isToAll } }: { line: ThanksLine }) {
  const t = useTranslations("project.result");
  const named = (person: ThanksLine["from"]) => (person ? <PersonName person={person} /> : t("nobody"));
  if (isToAll) return t.rich("thanksToAll", { from: () => named(from) });
  return t.rich("thanksFrom", { from: () => named(from), to: () => named(to) });
}

export type ThanksActions = { readonly thank: FormAction; readonly open: FormAction; readonly takeBack: FormAction };
type ThanksDeskProps = { thanks: ThanksView; slug: string; lang: string; actions: ThanksActions };

/** What one is thanked for, to open or to keep; what one said oneself, to take back; and whom one may thank. */
export function ThanksDesk({ thanks, slug, lang, actions }: ThanksDeskProps) {
  const t = useTranslations("project.result");
  const { toMe, mine, thankable, mayThankAll } = thanks;
  const options = thankable.map(({ memberId, name }) => ({ value: memberId, label: name }));
  return (
    <>
      {toMe.length > 0 ? (
        <Section id="thanks-to-me" title={t("toYou")}>
          <Ledger look="tight">
            {toMe.map((line) => (
              <li key={line.id}>
                <ToMe line={line} slug={slug} lang={lang} action={actions.open} />
              </li>
            ))}
          </Ledger>
        </Section>
      ) : null}
      {mine.length > 0 ? (
        <Section id="own-thanks" title={t("mine")} note={t("mineNote")}>
          <Ledger look="tight">
            {mine.map((line) => (
              <li key={line.id}>
                <Mine line={line} slug={slug} lang={lang} action={actions.takeBack} />
              </li>
            ))}
          </Ledger>
        </Section>
      ) : null}
      {options.length > 0 || mayThankAll ? (
        <Section id="thank" title={t("thank")}>
          <p className="mb-4">{t("thankNote")}</p>
          <Form action={actions.thank} formKey={crypto.randomUUID()} hidden={{ slug }}>
            <Select
              name="memberId"
              label={t("thankWho")}
              options={options}
              none={mayThankAll ? t("thankAll") : undefined}
              isOptional={mayThankAll}
            />
            <TextArea
              name="text"
              label={t("thankText")}
              hint={t("thankTextHint")}
              rows={2}
              charsMax={THANKS_CHARS_MAX}
            />
            <SubmitButton look="neutral">{t("thankSubmit")}</SubmitButton>
          </Form>
        </Section>
      ) : null}
    </>
  );
}

type LineProps<Line> = { line: Line; slug: string; lang: string; action: FormAction };

function Mine({ line: { id, text, to, isToAll, isShown }, slug, lang, action }: LineProps<OwnThanks>) {
  const t = useTranslations("project.result");
  const whom = isToAll ? t("mineToAll") : t.rich("mineTo", { to: () => <PersonName person={to} /> });
  return (
    <>
      <p className="remark" lang={lang}>
        {text}
      </p>
      <p className="meta">
        {whom} · {t(isShown ? "toYouShown" : "mineKept")}
      </p>
      <ButtonForm
        action={action}
        formKey={crypto.randomUUID()}
        hidden={{ slug, thanksId: id }}
        look="quiet"
        size="small"
      >
        {t("takeBack")}
        <span className="vh">: {isToAll ? t("thankAll") : to?.name}</span>
      </ButtonForm>
    </>
  );
}

function ToMe({ line: { id, text, from, isShown }, slug, lang, action }: LineProps<ThanksToMe>) {
  const t = useTranslations("project.result");
  return (
    <>
      <p className="remark" lang={lang}>
        {text}
      </p>
      <p className="meta">
        <PersonName person={from} /> · {t(isShown ? "toYouShown" : "toYouNote")}
      </p>
      <ButtonForm
        action={action}
        formKey={crypto.randomUUID()}
        hidden={{ slug, thanksId: id, answer: isShown ? "KEEP" : "SHOW" }}
        size="small"
      >
        {t(isShown ? "keep" : "show")}
      </ButtonForm>
    </>
  );
}
