import { useFormatter, useTranslations } from "next-intl";
import { ButtonForm } from "@/components/form/button-form";
import { Actions, LinkButton } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { FormAction } from "@/lib/form/form-state";
import { Link } from "@/lib/i18n/navigation";
import type { LeavingView } from "@/lib/membership/leaving/types";

/** What the exit does, told before it is done; then one button, and the way back as the primary one (rules M7, M8). */
export function Leaving({ view, action }: { view: LeavingView; action: FormAction }) {
  const t = useTranslations("membership.leave");
  const { slug } = view.association;
  return (
    <div className="stack stack--form max-w-[46rem]">
      <ul className="tips text">
        <Consequences view={view} />
        <li>{t("stays")}</li>
        <li>{t("votes")}</li>
        <li>{t("seen")}</li>
        <li>{t("again")}</li>
      </ul>
      {view.isLastCustodian ? <LastOne view={view} /> : null}
      <Actions>
        <LinkButton look="primary" href={{ pathname: "/associations/[slug]", params: { slug } }}>
          {t("stay")}
        </LinkButton>
        <ButtonForm action={action} formKey={crypto.randomUUID()} hidden={{ associationSlug: slug }} look="stop">
          {t(view.isLastCustodian ? "submitLast" : "submit")}
        </ButtonForm>
      </Actions>
    </div>
  );
}

function Consequences({ view }: { view: LeavingView }) {
  const t = useTranslations("membership");
  const format = useFormatter();
  const { roles, ownRoles, commitments, seats, offers, projects, dreams, invitations, links } = view;
  const held = [...roles.map((role) => t(`role.${role}`).toLowerCase()), ...ownRoles];
  const lines = [
    held.length > 0 && { key: "roles", text: t("leave.roles", { count: held.length, roles: format.list(held) }) },
    commitments.length > 0 && {
      key: "commitments",
      text: t("leave.commitments", { count: commitments.length }),
      list: commitments,
    },
    seats.length > 0 && {
      key: "seats",
      text: t("leave.seats", { count: seats.length }),
      list: seats.map((seat) => t("leave.inProject", seat)),
    },
    offers.length > 0 && {
      key: "offers",
      text: t("leave.offers", { count: offers.length }),
      list: offers.map((offer) => t("leave.inProject", offer)),
    },
    projects.length > 0 && { key: "projects", text: t("leave.projects", { count: projects.length }), list: projects },
    dreams.length > 0 && { key: "dreams", text: t("leave.dreams", { count: dreams.length }), list: dreams },
    invitations > 0 && { key: "invitations", text: t("leave.invitations", { count: invitations }) },
    links > 0 && { key: "links", text: t("leave.links", { count: links }) },
  ].filter((line) => line !== false);
  if (lines.length === 0) return <li>{t("leave.nothing")}</li>;
  return lines.map((line) => (
    <li key={line.key}>
      {line.text}
      {"list" in line ? <Items items={line.list} /> : null}
    </li>
  ));
}

function Items({ items = [] }: { items?: readonly string[] | undefined }) {
  return (
    <ul className="meta">
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  );
}

function LastOne({ view: { association, offeredTo } }: { view: LeavingView }) {
  const t = useTranslations("membership.leave");
  const names = useFormatter().list([...offeredTo]);
  return (
    <Notice tone="wait">
      <p>
        <b>{t("last")}</b>
      </p>
      <p>{t("lastNote")}</p>
      {offeredTo.length > 0 ? <p>{t("offeredTo", { names })}</p> : null}
      <p>
        <Link href={{ pathname: "/associations/[slug]/manage/roles", params: { slug: association.slug } }}>
          {t("handOver")}
        </Link>
      </p>
    </Notice>
  );
}
