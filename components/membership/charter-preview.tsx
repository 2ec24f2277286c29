import { useFormatter, useTranslations } from "next-intl";
import { Difference } from "@/components/association/difference";
import { ButtonForm } from "@/components/form/button-form";
import { RadioGroup } from "@/components/form/choices";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";
import { Section } from "@/components/layout/section";
import { Actions, LinkButton } from "@/components/ui/button";
import { Instant } from "@/components/ui/moment";
import { Notice } from "@/components/ui/notice";
import type { FormAction } from "@/lib/form/form-state";
import { CHANGE_NOTE_CHARS_MAX } from "@/lib/membership/charter/schema";
import type { Aside, DraftDesk, Preview } from "@/lib/membership/draft/types";

type Desk = { desk: DraftDesk };

/** The saved draft beside the version in force, and publishing it. */
export function CharterPreview({ desk, publish, discard }: Desk & { publish: FormAction; discard: FormAction }) {
  const t = useTranslations("charter.edit");
  const { association, preview, version, locale } = desk;
  if (!preview) return null;
  return (
    <Section id="preview" title={t("preview")} note={t("previewNote", { version })}>
      <div className="stack">
        <Difference {...preview} locale={locale} />
        <Publishing desk={desk} preview={preview} action={publish} />
        <ButtonForm
          action={discard}
          formKey={crypto.randomUUID()}
          hidden={{ associationSlug: association.slug, what: "draft" }}
          look="quiet"
        >
          {t("discard")}
        </ButtonForm>
      </div>
    </Section>
  );
}

function Publishing({ desk, preview, action }: Desk & { preview: Preview; action: FormAction }) {
  const t = useTranslations("charter.edit");
  const say = useTranslations();
  const { obstacle, substance } = preview;
  const { association, revision, version, isByVote } = desk;
  if (obstacle) {
    const [room, code] = obstacle.code.split(".");
    return (
      <Notice tone="wait">
        <b>{t("obstacle")}</b>
        <p>{say(`${room}.refusal.${code}` as never, obstacle.params as never)}</p>
      </Notice>
    );
  }
  return (
    <Form
      action={action}
      formKey={crypto.randomUUID()}
      hidden={{
        associationSlug: association.slug,
        revision: String(revision),
        ...(substance.length > 0 && { change: "material" }),
      }}
    >
      {isByVote ? <p className="hint">{t("byVote")}</p> : null}
      <Substance substance={substance} />
      <TextArea
        name="changeNote"
        label={t("changeNote")}
        hint={t("changeNoteHint")}
        charsMax={CHANGE_NOTE_CHARS_MAX}
        rows={3}
      />
      <p className="hint">{t("publishNote")}</p>
      <SubmitButton>{t("submit", { version: version + 1 })}</SubmitButton>
    </Form>
  );
}

/** What must be of substance is said to be; of anything else whoever publishes says what it is. */
function Substance({ substance }: Pick<Preview, "substance">) {
  const t = useTranslations("charter.edit");
  const { list } = useFormatter();
  if (substance.length > 0)
    return <Notice>{t("isMaterial", { reasons: list(substance.map((one) => t(`substance.${one}`))) })}</Notice>;
  return (
    <RadioGroup
      name="change"
      label={t("change")}
      isBoxed
      choices={(["material", "wording"] as const).map((value) => ({
        value,
        label: t(`changes.${value}`),
        note: t(`changeNotes.${value}`),
      }))}
    />
  );
}

type AsideProps = Desk & { aside: Aside; isOpen: boolean; discard: FormAction };

/** Two texts that met: what I wrote beside what was saved meanwhile. */
export function CharterAside({ desk: { association, locale }, aside, isOpen, discard }: AsideProps) {
  const t = useTranslations("charter.edit");
  const { slug } = association;
  const path = { pathname: "/associations/[slug]/manage/charter", params: { slug } } as const;
  const day = () => <Instant at={aside.savedAt} hasTime />;
  return (
    <Section id="aside" title={t("aside")} note={t.rich("asideNote", { day })}>
      <Difference {...aside} locale={locale} />
      <Actions>
        {isOpen ? (
          <p className="meta">{t("fromMine")}</p>
        ) : (
          <LinkButton look="primary" href={{ ...path, query: { from: "mine" } }}>
            {t("useMine")}
          </LinkButton>
        )}
        <ButtonForm
          action={discard}
          formKey={crypto.randomUUID()}
          hidden={{ associationSlug: slug, what: "aside" }}
          look="quiet"
        >
          {t("dropMine")}
        </ButtonForm>
      </Actions>
    </Section>
  );
}
