import { useTranslations } from "next-intl";
import { WhomField } from "@/components/directory/whom-field";
import { ButtonForm } from "@/components/form/button-form";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";
import { Section } from "@/components/layout/section";
import { Emblem } from "@/components/ui/emblem";
import { Todo, TodoItem } from "@/components/ui/ledger";
import { Instant } from "@/components/ui/moment";
import type { FormAction } from "@/lib/form/form-state";
import { SENTENCE_CHARS_MAX } from "@/lib/membership/vouch/schema";
import type { AskedVouch, GivenVouch, OwnVouch } from "@/lib/membership/vouch/types";

type OwnVouchesProps = {
  applicationId: string;
  vouches: readonly OwnVouch[];
  required: number;
  /** Null once the application is closed. */
  ask: FormAction | null;
};

/** The words an applicant asked for: given, or not yet, and never «no» (rule PT3). */
export function OwnVouches({ applicationId, vouches, required: count, ask }: OwnVouchesProps) {
  const t = useTranslations("membership.vouch");
  if (count === 0) return null;
  return (
    <section aria-labelledby="vouches">
      <h3 id="vouches">{t("own")}</h3>
      <p className="meta">{t("ownNote", { count })}</p>
      <ul className="stack">
        {vouches.map(({ handle, name, sentence }) => (
          <li key={handle} className="stack stack--tight">
            <b>{name}</b>
            {sentence === null ? <span className="meta">{t("notYet")}</span> : <p>{sentence}</p>}
          </li>
        ))}
      </ul>
      {ask ? (
        <Form action={ask} formKey={crypto.randomUUID()} hidden={{ applicationId }} labelledBy="vouches">
          <WhomField name="whom" label={t("whom")} hint={t("whomHint")} />
          <SubmitButton>{t("ask")}</SubmitButton>
        </Form>
      ) : null}
    </section>
  );
}

type GivenVouchesProps = { vouches: readonly GivenVouch[]; required: number };

/** The words said for a candidate, signed; before any decision. */
export function GivenVouches({ vouches, required }: GivenVouchesProps) {
  const t = useTranslations("membership.vouch");
  if (required === 0 && vouches.length === 0) return null;
  const given = vouches.filter(({ counts }) => counts).length;
  return (
    <section aria-labelledby="vouches">
      <h3 id="vouches">{t("given")}</h3>
      <p className="meta">{vouches.length === 0 ? t("noneGiven") : t("givenNote", { given, required })}</p>
      <ul className="stack">
        {vouches.map(({ name, sentence, counts }) => (
          <li key={`${name} ${sentence}`} className="stack stack--tight">
            <b>{name}</b>
            <p>{sentence}</p>
            {counts ? null : <span className="meta">{t("gone")}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}

type AskedVouchesProps = { vouches: readonly AskedVouch[]; give: FormAction; refuse: FormAction };

/** The words asked of me: a sentence, or «non ora», which nobody sees (rule PT3). */
export function AskedVouches({ vouches, give, refuse }: AskedVouchesProps) {
  const t = useTranslations("membership.vouch");
  if (vouches.length === 0) return null;
  return (
    <Section id="asked" title={t("asked")}>
      <Todo>
        {vouches.map((vouch) => (
          <AskedItem key={vouch.id} vouch={vouch} give={give} refuse={refuse} />
        ))}
      </Todo>
    </Section>
  );
}

function AskedItem({ vouch, give, refuse }: { vouch: AskedVouch; give: FormAction; refuse: FormAction }) {
  const t = useTranslations("membership.vouch");
  const { id, applicant, association, answerBy } = vouch;
  return (
    <TodoItem
      emblem={<Emblem slug={association.slug} values={association.values} side={48} />}
      title={t("askedBy", { name: applicant.name, association: association.name })}
      due={<span className="caption">{t.rich("until", { day: () => <Instant at={answerBy} look="dated" /> })}</span>}
      actions={
        <>
          <Form action={give} formKey={crypto.randomUUID()} hidden={{ vouchId: id }}>
            <TextArea
              name="sentence"
              label={t("sentence")}
              hint={t("sentenceHint")}
              charsMax={SENTENCE_CHARS_MAX}
              rows={3}
            />
            <SubmitButton size="small">{t("give")}</SubmitButton>
          </Form>
          <ButtonForm action={refuse} formKey={crypto.randomUUID()} hidden={{ vouchId: id }} size="small">
            {t("notNow")}
          </ButtonForm>
        </>
      }
    />
  );
}
