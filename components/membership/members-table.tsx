import { useTranslations } from "next-intl";
import { Day, Instant } from "@/components/ui/moment";
import { Table, TableCell } from "@/components/ui/table";
import { Who } from "@/components/ui/who";
import { Link } from "@/lib/i18n/navigation";
import type { RosterLine } from "@/lib/membership/roster/types";
import { PersonName, Portrait } from "./person-name";
import { Kinds, Quantity } from "./pledge-words";

/** Everybody who belongs, with what they answer for and what they promised: fellow members read it, nobody else. */
export function MembersTable({ slug, lines }: { slug: string; lines: readonly RosterLine[] }) {
  const t = useTranslations("membership");
  return (
    <Table
      heads={[t("members.person"), t("members.role"), t("members.pledge"), t("members.since")]}
      caption={t("members.caption")}
    >
      {lines.map((line) => (
        <Line key={line.person.handle} slug={slug} line={line} />
      ))}
    </Table>
  );
}

function Line({ slug, line }: { slug: string; line: RosterLine }) {
  const t = useTranslations("membership");
  const { person, roles, ownRoles, isPaused, since, pledge } = line;
  const query = { about: "MEMBER", target: person.handle };
  const held = [...roles.map((role) => t(`role.${role}`)), ...ownRoles].join(", ");
  return (
    <tr>
      <TableCell>
        <Who
          tile={<Portrait person={person} side={40} />}
          name={<PersonName person={person} />}
          lines={[person.headline]}
        />
      </TableCell>
      <TableCell label={t("members.role")}>
        {held || t("members.noRole")}
        {isPaused ? <span className="meta"> {t("members.paused")}</span> : null}
      </TableCell>
      <TableCell label={t("members.pledge")}>{pledge ? <PledgeCell pledge={pledge} /> : null}</TableCell>
      <TableCell label={t("members.since")} isMeta>
        <Instant at={since} look="month" />{" "}
        <Link href={{ pathname: "/associations/[slug]/report", params: { slug }, query }}>
          {t("members.report")}
          <span className="vh"> {person.name}</span>
        </Link>
      </TableCell>
    </tr>
  );
}

function PledgeCell({ pledge }: { pledge: NonNullable<RosterLine["pledge"]> }) {
  const t = useTranslations("membership.members");
  return (
    <>
      {pledge.isListening ? null : (
        <>
          <Kinds kinds={pledge.kinds} />,{" "}
        </>
      )}
      <Quantity pledge={pledge} />{" "}
      <span className="meta">{t.rich("until", { day: () => <Day on={pledge.untilOn} look="dated" /> })}</span>
      <span className="quote">{pledge.statement}</span>
    </>
  );
}
