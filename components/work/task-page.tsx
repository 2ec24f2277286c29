import { useTranslations } from "next-intl";
import { ButtonForm } from "@/components/form/button-form";
import { Form } from "@/components/form/form";
import { Select } from "@/components/form/select";
import { SubmitButton } from "@/components/form/submit-button";
import { Section } from "@/components/layout/section";
import { PersonName } from "@/components/project/person";
import { Ledger } from "@/components/ui/ledger";
import { Day } from "@/components/ui/moment";
import { Prose } from "@/components/ui/prose";
import type { FormAction } from "@/lib/form/form-state";
import { isClosed } from "@/lib/project/task/rules";
import type { OwnAsk, TaskView } from "@/lib/project/task/types";
import { Asked, type CardActions, TaskActs, TaskFacts } from "./task-card";
import { TaskForm } from "./task-form";

export type TaskPageActions = AskActions & CardActions & { readonly giveBack: FormAction; readonly edit: FormAction };
type TaskDetailProps = { view: TaskView; actions: TaskPageActions; today: string };

/** One task: what it says, where it goes, whose it may become, and what it says else. */
export function TaskDetail({ view, actions, today }: TaskDetailProps) {
  const t = useTranslations("work.task");
  const { task, project, barred } = view;
  const { slug, deliverables } = project;
  const mayChange = !barred && task.isOpenToMe;
  return (
    <div className="stack stack--sections mt-6">
      <TaskSheet view={view} actions={actions} today={today} />
      {mayChange && !isClosed(task.state) ? <AskForIt view={view} actions={actions} /> : null}
      {mayChange ? (
        <Section id="edit" title={t("edit")}>
          <TaskForm action={actions.edit} slug={slug} deliverables={deliverables} today={today} task={task} />
        </Section>
      ) : null}
    </div>
  );
}

function TaskSheet({ view: { task, project, barred }, actions, today }: TaskDetailProps) {
  const t = useTranslations("work.task");
  const { slug, locale } = project;
  return (
    <div className="task">
      <p>
        <b>{t(`is.${task.state}`)}</b>
      </p>
      <TaskFacts task={task} today={today} locale={locale} />
      {task.words ? <Prose text={task.words} lang={locale} /> : null}
      <Asked task={task} slug={slug} answer={actions.answer} />
      {barred ? null : <TaskActs task={task} slug={slug} actions={actions} />}
      {task.isMine && !isClosed(task.state) ? (
        <ButtonForm
          action={actions.giveBack}
          formKey={crypto.randomUUID()}
          hidden={{ slug, taskId: task.id }}
          look="quiet"
          size="small"
        >
          {t("giveBack")}
        </ButtonForm>
      ) : null}
    </div>
  );
}

export type AskActions = { readonly ask: FormAction; readonly withdraw: FormAction };

/** Whom one may ask to take it on, and whom one has asked: for whoever asked alone (rule PT3). */
function AskForIt({ view, actions }: { view: TaskView; actions: AskActions }) {
  const t = useTranslations("work.task");
  const { project, task, people, asks } = view;
  const asked = new Set(asks.map(({ person }) => person?.memberId));
  const options = people
    .filter(({ memberId }) => !asked.has(memberId) && memberId !== task.owner?.memberId)
    .map(({ memberId, name }) => ({ value: memberId, label: name }));
  const hidden = { slug: project.slug, taskId: task.id };
  return (
    <Section id="ask" title={t("askTitle")} note={t("askNote")}>
      {asks.length > 0 ? (
        <Ledger look="tight">
          {asks.map((ask) => (
            <li key={ask.id}>
              <AskRow ask={ask} slug={project.slug} title={task.title} withdraw={actions.withdraw} />
            </li>
          ))}
        </Ledger>
      ) : null}
      {options.length > 0 ? (
        <Form action={actions.ask} formKey={crypto.randomUUID()} hidden={hidden} className="stack stack--form mt-4">
          <Select name="memberId" label={t("askWho")} options={options} none={t("choose")} />
          <SubmitButton look="neutral">{t("ask")}</SubmitButton>
        </Form>
      ) : (
        <p className="meta mt-4">{t("nobodyToAsk")}</p>
      )}
    </Section>
  );
}

type AskRowProps = { ask: OwnAsk; slug: string; title: string; withdraw: FormAction };

function AskRow({ ask: { id, person, state, again }, slug, title, withdraw }: AskRowProps) {
  const t = useTranslations("work.task");
  return (
    <>
      <p>
        <PersonName person={person} />{" "}
        <span className="meta">
          {state === "ASKED" || !again
            ? t("asked")
            : t.rich("saidNotNow", { day: () => <Day on={again} look="dated" /> })}
        </span>
      </p>
      {state === "ASKED" ? (
        <ButtonForm
          action={withdraw}
          formKey={crypto.randomUUID()}
          hidden={{ slug, askId: id }}
          look="quiet"
          size="small"
        >
          {t("withdraw")}
          <span className="vh">: {title}</span>
        </ButtonForm>
      ) : null}
    </>
  );
}
