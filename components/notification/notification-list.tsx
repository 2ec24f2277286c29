import { useLocale, useTranslations } from "next-intl";
import { Emblem, ProjectEmblem } from "@/components/ui/emblem";
import { Deed, Deeds } from "@/components/ui/ledger";
import { Instant } from "@/components/ui/moment";
import { State } from "@/components/ui/tiles";
import { Link } from "@/lib/i18n/navigation";
import { detailIn } from "@/lib/notification/rules";
import { targetOf } from "@/lib/notification/target/rules";
import type { NotificationView } from "@/lib/notification/types";

/** What one was told, newest first; each leads to where one goes on. */
export function NotificationList({ items }: { items: readonly NotificationView[] }) {
  return (
    <Deeds>
      {items.map((item) => (
        <NotificationRow key={item.id} item={item} />
      ))}
    </Deeds>
  );
}

function NotificationRow({ item }: { item: NotificationView }) {
  const t = useTranslations("notification");
  const say = useTranslations("directory");
  const detail = detailIn(item, { language: useLocale(), say });
  const { kind, at, isRead, actor, association, project } = item;
  const [name, inside] = [association?.name ?? "", project?.name ?? ""];
  const words = { actor: actor?.name ?? "", association: name, project: inside, place: inside || name, detail };
  return (
    <Deed
      when={<Instant at={at} look="short" />}
      emblem={<PlaceEmblem item={item} />}
      title={<Link href={targetOf(item)}>{t(`sentence.${kind}`, words)}</Link>}
      where={isRead ? inside && name : <State tone="ask">{t("list.unread")}</State>}
    />
  );
}

function PlaceEmblem({ item: { association, project } }: { item: NotificationView }) {
  if (project) return <ProjectEmblem slug={project.slug} values={project.values} covered={1} />;
  return association ? <Emblem slug={association.slug} values={association.values} /> : null;
}
