import { useTranslations } from "next-intl";
import { Checkbox } from "@/components/form/checkbox";
import { DateField } from "@/components/form/date-field";
import { Form } from "@/components/form/form";
import { Select } from "@/components/form/select";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";
import { TextField } from "@/components/form/text-field";
import type { FormAction } from "@/lib/form/form-state";
import type { DeliverableLine } from "@/lib/project/page/types";
import { TASK_WORDS_CHARS_MAX } from "@/lib/project/task/schema";
import type { TaskLine } from "@/lib/project/task/types";

type TaskFormProps = {
  action: FormAction;
  slug: string;
  deliverables: readonly DeliverableLine[];
  today: string;
  /** The task to change; a new one without. */
  task?: TaskLine | undefined;
};

/** What is to be done, by when, and for which of the things promised. */
export function TaskForm({ action, slug, deliverables, today, task }: TaskFormProps) {
  const t = useTranslations("work.task");
  const options = deliverables.map(({ id, title }) => ({ value: id, label: title }));
  const hidden = task ? { slug, taskId: task.id } : { slug };
  // A day gone by may stay as it is; a browser would refuse it.
  const min = task?.due && task.due < today ? undefined : today;
  return (
    <Form action={action} formKey={crypto.randomUUID()} hidden={hidden}>
      <TextField name="title" label={t("title")} hint={task ? undefined : t("titleHint")} value={task?.title} />
      <TextArea
        name="words"
        label={t("words")}
        isOptional
        rows={3}
        charsMax={TASK_WORDS_CHARS_MAX}
        value={task?.words}
      />
      <div className="pair">
        <DateField name="due" label={t("dueLabel")} isOptional min={min} value={task?.due} />
        {options.length > 0 ? (
          <Select
            name="deliverableId"
            label={t("deliverable")}
            isOptional
            none={t("noDeliverable")}
            options={options}
            value={task?.deliverableId}
          />
        ) : null}
      </div>
      {task ? null : <Checkbox name="isMine" label={t("isMine")} />}
      <SubmitButton look={task ? "neutral" : "primary"}>{t(task ? "save" : "add")}</SubmitButton>
    </Form>
  );
}
