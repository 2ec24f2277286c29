import { useTranslations } from "next-intl";
import { DateField } from "@/components/form/date-field";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import type { FormAction } from "@/lib/form/form-state";
import type { MeetingLine } from "@/lib/project/meeting/types";

type MeetingFormProps = { action: FormAction; slug: string; today: string; meeting?: MeetingLine };

/** What, which day, from when to when, and where: a place, a link, or both. */
export function MeetingForm({ action, slug, today, meeting }: MeetingFormProps) {
  const t = useTranslations("work.meetings");
  const hidden = meeting ? { slug, meetingId: meeting.id } : { slug };
  return (
    <Form action={action} formKey={crypto.randomUUID()} hidden={hidden}>
      <TextField name="title" label={t("title")} value={meeting?.title} />
      <DateField name="on" label={t("on")} min={today} value={meeting?.on} />
      <div className="pair">
        <TextField name="from" label={t("from")} hint={t("clockHint")} placeholder="18:00" value={meeting?.from} />
        <TextField name="to" label={t("to")} hint={t("clockHint")} placeholder="19:30" value={meeting?.to} />
      </div>
      <TextField name="place" label={t("place")} hint={t("placeHint")} isOptional value={meeting?.place} />
      <TextField name="link" type="url" label={t("linkLabel")} isOptional value={meeting?.link} />
      <SubmitButton look={meeting ? "neutral" : "primary"}>{t(meeting ? "save" : "call")}</SubmitButton>
    </Form>
  );
}
