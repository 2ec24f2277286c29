import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/button";
import { Emblem, PersonTile, ProjectEmblem, ValueTile } from "@/components/ui/emblem";
import { Icon } from "@/components/ui/icon";
import { Todo, TodoItem } from "@/components/ui/ledger";
import { Day } from "@/components/ui/moment";
import { State } from "@/components/ui/tiles";
import { duenessOf, waitingTarget } from "@/lib/notification/waiting/rules";
import type { WaitingItem } from "@/lib/notification/waiting/types";

type WaitingListProps = { items: readonly WaitingItem[]; today: string };

/** «Ti aspetta»: what can be done now, the nearest last day first. */
export function WaitingList({ items, today }: WaitingListProps) {
  return (
    <Todo>
      {items.map((item) => (
        <WaitingRow
          key={`${item.kind} ${(item.project ?? item.association)?.slug} ${item.detail}`}
          {...{ item, today }}
        />
      ))}
    </Todo>
  );
}

function WaitingRow({ item, today }: { item: WaitingItem; today: string }) {
  const t = useTranslations("home.waiting");
  const words = {
    count: item.count,
    association: item.association?.name ?? "",
    project: item.project?.name ?? "",
    person: item.person?.name ?? "",
    detail: item.detail,
  };
  return (
    <TodoItem
      emblem={<WaitingEmblem item={item} />}
      title={t(`${item.kind}.title`, words)}
      due={item.dueOn ? <Due on={item.dueOn} today={today} /> : null}
      actions={
        <LinkButton size="small" href={waitingTarget(item)}>
          {t(`${item.kind}.act`)}
        </LinkButton>
      }
    >
      {t(`${item.kind}.text`, words)}
    </TodoItem>
  );
}

function WaitingEmblem({ item: { association, project, person } }: { item: WaitingItem }) {
  if (project) return <ProjectEmblem slug={project.slug} values={project.values} covered={0.5} />;
  if (association) return <Emblem slug={association.slug} values={association.values} />;
  if (person) return <PersonTile slug={person.handle} name={person.name} values={[]} />;
  return <ValueTile value="care" />;
}

function Due({ on, today }: { on: string; today: string }) {
  const t = useTranslations("home.due");
  const { isNear, days } = duenessOf(on, today);
  if (isNear)
    return (
      <State tone="wait" icon={<Icon name="due" isSmall />}>
        {t("near", { days })}
      </State>
    );
  return <span className="caption">{t.rich("by", { day: () => <Day on={on} look="short" /> })}</span>;
}
