import { useTranslations } from "next-intl";
import { DateField } from "@/components/form/date-field";
import { TextField } from "@/components/form/text-field";

type DeliverableFieldsProps = {
  prefix?: string;
  today: string;
};

/** Something one will be able to see, and by when. */
export function DeliverableFields({ prefix = "", today }: DeliverableFieldsProps) {
  const t = useTranslations("project.propose");
  return (
    <div className="promise-fields">
      <TextField name={`${prefix}title`} label={t("deliverable")} isOptional="afterFirst" />
      <DateField name={`${prefix}due`} label={t("deliverableDue")} min={today} isOptional />
    </div>
  );
}
