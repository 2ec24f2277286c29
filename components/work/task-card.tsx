import { useTranslations } from "next-intl";
import { ButtonForm } from "@/components/form/button-form";
import { Form } from "@/components/form/form";
import { Select } from "@/components/form/select";
import { SubmitButton } from "@/components/form/submit-button";
import { PersonName } from "@/components/project/person";
import { Actions } from "@/components/ui/button";
import { Day } from "@/components/ui/moment";
import type { FormAction } from "@/lib/form/form-state";
import { Link } from "@/lib/i18n/navigation";
import { isClosed } from "@/lib/project/task/rules";
import { TASK_STATES, type TaskLine } from "@/lib/project/task/types";

export type CardActions = { readonly move: FormAction; readonly take: FormAction; readonly answer: FormAction };
type TaskCardProps = {
  task: TaskLine;
  slug: string;
  locale: string;
  today: string;
  /** Null where one may only read. */
  actions: CardActions | null;
};

/** A task: what, whose, by when; and, for those who may, where it goes next. */
export function TaskCard({ task, slug, locale, today, actions }: TaskCardProps) {
  const { id, title } = task;
  return (
    <li className="task">
      <h3 lang={locale}>
        <Link href={{ pathname: "/projects/[slug]/work/[id]", params: { slug, id } }}>{title}</Link>
      </h3>
      <TaskFacts task={task} today={today} locale={locale} />
      {actions ? (
        <>
          <Asked task={task} slug={slug} answer={actions.answer} />
          <TaskActs task={task} slug={slug} actions={actions} />
        </>
      ) : null}
    </li>
  );
}

type TaskFactsProps = { task: TaskLine; today: string; locale: string };

/** Whose it is, by when, for what. */
export function TaskFacts({ task, today, locale }: TaskFactsProps) {
  return (
    <p className="meta">
      <Whose task={task} />
      <When task={task} today={today} />
      {task.deliverable ? (
        <>
          {" · "}
          <span lang={locale}>{task.deliverable}</span>
        </>
      ) : null}
    </p>
  );
}

function Whose({ task: { owner, isMine } }: { task: TaskLine }) {
  const t = useTranslations("work.task");
  if (!owner) return t("nobodys");
  return isMine ? t("mine") : <PersonName person={owner} />;
}

/** When it was done; else by when, and whether that day has gone by. */
function When({ task: { due, doneOn, state }, today }: Omit<TaskFactsProps, "locale">) {
  const t = useTranslations("work.task");
  if (doneOn) return <> · {t.rich("doneOn", { day: () => <Day on={doneOn} look="dated" /> })}</>;
  if (!due) return null;
  const isLate = due < today && !isClosed(state);
  return (
    <>
      {" · "}
      <span className={isLate ? "late" : undefined}>
        {t.rich(isLate ? "wasDue" : "due", { day: () => <Day on={due} look="dated" /> })}
      </span>
    </>
  );
}

/** The acts on a task that is one's own or nobody's. */
export function TaskActs({ task, slug, actions }: Acting & { actions: Pick<CardActions, "move" | "take"> }) {
  if (!task.isOpenToMe) return null;
  return (
    <div className="task-acts">
      <MoveForm task={task} slug={slug} move={actions.move} />
      {!isClosed(task.state) && task.owner === null ? <Take task={task} slug={slug} take={actions.take} /> : null}
    </div>
  );
}

type Acting = { task: TaskLine; slug: string };

/** Where it goes next: a list and a button, the same by keyboard and without script. */
function MoveForm({ task: { id, title, state }, slug, move }: Acting & { move: FormAction }) {
  const t = useTranslations("work.task");
  const options = TASK_STATES.map((value) => ({ value, label: t(`state.${value}`) }));
  return (
    <Form action={move} formKey={crypto.randomUUID()} hidden={{ slug, taskId: id }} className="task-move">
      <Select name="to" label={t("moveTo", { title })} isLabelHidden options={options} value={state} />
      <SubmitButton size="small" look="neutral">
        {t("move")}
        <span className="vh">: {title}</span>
      </SubmitButton>
    </Form>
  );
}

/** Taken on of one’s own accord. */
function Take({ task: { id, title }, slug, take }: Acting & { take: FormAction }) {
  const t = useTranslations("work.task");
  return (
    <ButtonForm action={take} formKey={crypto.randomUUID()} hidden={{ slug, taskId: id }} look="quiet" size="small">
      {t("take")}
      <span className="vh">: {title}</span>
    </ButtonForm>
  );
}

/** Somebody asks whoever looks to take it on: yes, or «non ora». */
export function Asked({ task: { title, askedBy }, slug, answer }: Acting & { answer: FormAction }) {
  const t = useTranslations("work.task");
  return askedBy.map(({ askId, ...person }) => (
    <div key={askId} className="task-asked">
      <p className="meta">{t.rich("asksYou", { who: () => <PersonName person={person} /> })}</p>
      <Actions>
        <ButtonForm
          action={answer}
          formKey={crypto.randomUUID()}
          hidden={{ slug, askId, answer: "ACCEPTED" }}
          look="primary"
          size="small"
        >
          {t("yes")}
          <span className="vh">: {title}</span>
        </ButtonForm>
        <ButtonForm
          action={answer}
          formKey={crypto.randomUUID()}
          hidden={{ slug, askId, answer: "REFUSED" }}
          size="small"
        >
          {t("notNow")}
          <span className="vh">: {title}</span>
        </ButtonForm>
      </Actions>
    </div>
  ));
}
