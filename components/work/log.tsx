import { useTranslations } from "next-intl";
import { DateField } from "@/components/form/date-field";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";
import { PersonName } from "@/components/project/person";
import { Fold } from "@/components/ui/fold";
import { Ledger } from "@/components/ui/ledger";
import { Day } from "@/components/ui/moment";
import { Prose } from "@/components/ui/prose";
import type { FormAction } from "@/lib/form/form-state";
import { LOG_WHAT_CHARS_MAX, LOG_WHY_CHARS_MAX } from "@/lib/project/talk/schema";
import type { LogEntry, LogView } from "@/lib/project/talk/types";

type LogActions = { readonly log: FormAction };
type LogProps = { view: LogView; actions: LogActions; today: string };

/** What was decided, newest first. Nothing is ever rewritten: what was wrong is set right by an entry that cites it. */
export function Log({ view, actions, today }: LogProps) {
  const t = useTranslations("work.log");
  const { project, entries, barred } = view;
  const form = { action: actions.log, slug: project.slug, today };
  return (
    <div className="stack stack--sections mt-6">
      {barred ? null : (
        <Fold title={t("new")} isOpen={entries.length === 0}>
          <EntryForm {...form} />
        </Fold>
      )}
      {entries.length === 0 ? <p>{t("none")}</p> : null}
      <Ledger>
        {entries.map((entry) => (
          <li key={entry.id}>
            <Entry entry={entry} locale={project.locale} />
            {barred || entry.isCorrected ? null : (
              <Fold
                title={
                  <>
                    {t("correct")}
                    <span className="vh">: {entry.what}</span>
                  </>
                }
              >
                <EntryForm {...form} correctsId={entry.id} />
              </Fold>
            )}
          </li>
        ))}
      </Ledger>
    </div>
  );
}

function Entry({ entry, locale }: { entry: LogEntry; locale: string }) {
  const t = useTranslations("work.log");
  const { what, why, author, decidedOn, corrects, isCorrected } = entry;
  return (
    <>
      <h2 className="h-small" lang={locale}>
        {what}
      </h2>
      <p className="meta">
        <Day on={decidedOn} /> · {t.rich("writtenBy", { who: () => <PersonName person={author} /> })}
        {isCorrected ? <> · {t("corrected")}</> : null}
      </p>
      <Prose text={why} lang={locale} />
      {corrects ? <p className="meta">{t("corrects", { what: corrects })}</p> : null}
    </>
  );
}

type EntryFormProps = { action: FormAction; slug: string; today: string; correctsId?: string };

function EntryForm({ action, slug, today, correctsId }: EntryFormProps) {
  const t = useTranslations("work.log");
  return (
    <Form action={action} formKey={crypto.randomUUID()} hidden={correctsId ? { slug, correctsId } : { slug }}>
      <TextArea name="what" label={t("what")} rows={2} charsMax={LOG_WHAT_CHARS_MAX} />
      <TextArea name="why" label={t("why")} rows={3} charsMax={LOG_WHY_CHARS_MAX} />
      <DateField name="decidedOn" label={t("on")} value={today} max={today} />
      <SubmitButton look={correctsId ? "neutral" : "primary"}>{t("submit")}</SubmitButton>
    </Form>
  );
}
