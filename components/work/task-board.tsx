import { useTranslations } from "next-intl";
import { Tabs } from "@/components/ui/tabs";
import { TASK_STATES, type TaskLine } from "@/lib/project/task/types";
import { type CardActions, TaskCard } from "./task-card";

export type BoardChoice = { readonly view: "board" | "list"; readonly whose: "all" | "mine" };

type TaskBoardProps = {
  tasks: readonly TaskLine[];
  choice: BoardChoice;
  slug: string;
  locale: string;
  today: string;
  actions: CardActions | null;
};

/** The tasks by how far they are: in columns where there is room, one below the other where there is not, or as one list. */
export function TaskBoard({ tasks, choice, ...card }: TaskBoardProps) {
  const t = useTranslations("work.task");
  if (tasks.length === 0) return <p className="mt-4">{t(choice.whose === "mine" ? "noneMine" : "none")}</p>;
  const columns = TASK_STATES.map((state) => ({ state, own: tasks.filter((task) => task.state === state) }));
  const shown = columns.filter(({ state, own }) => own.length > 0 || (state !== "DROPPED" && choice.view === "board"));
  return (
    <div className={choice.view === "board" ? "board" : "board board--list"}>
      {shown.map(({ state, own }) => (
        <section key={state} aria-labelledby={`column-${state}`}>
          <h2 id={`column-${state}`}>
            {t(`state.${state}`)} <span className="meta">{own.length}</span>
          </h2>
          {own.length > 0 ? (
            <ul className="board-tasks">
              {own.map((task) => (
                <TaskCard key={task.id} task={task} {...card} />
              ))}
            </ul>
          ) : (
            <p className="meta">{t("emptyColumn")}</p>
          )}
        </section>
      ))}
    </div>
  );
}

/** Whose, and how they are laid out: addresses, so that each can be kept and shared. */
export function BoardChoices({ slug, choice }: { slug: string; choice: BoardChoice }) {
  const t = useTranslations("work.task");
  const to = (change: Partial<BoardChoice>) => {
    const { view, whose } = { ...choice, ...change };
    const query = { ...(view === "list" && { view }), ...(whose === "mine" && { whose }) };
    return { pathname: "/projects/[slug]/work", params: { slug }, query } as const;
  };
  const whose = (["all", "mine"] as const).map((one) => ({
    label: t(`whose.${one}`),
    href: to({ whose: one }),
    isCurrent: choice.whose === one,
  }));
  const views = (["board", "list"] as const).map((one) => ({
    label: t(`view.${one}`),
    href: to({ view: one }),
    isCurrent: choice.view === one,
  }));
  return (
    <div className="board-choices">
      <Tabs label={t("whose.label")} tabs={whose} />
      <Tabs label={t("view.label")} tabs={views} />
    </div>
  );
}
