import { useTranslations } from "next-intl";
import { Day, Instant } from "@/components/ui/moment";
import { Table, TableCell } from "@/components/ui/table";
import { Who } from "@/components/ui/who";
import type { RosterLine } from "@/lib/membership/roster/types";
import { PersonName, Portrait } from "./person-name";
import { Kinds, Quantity } from "./pledge-words";

/** Everybody who belongs, with what they answer for and what they promised: fellow members read it, nobody else. */
export function MembersTable({ lines }: { lines: readonly RosterLine[] }) {
  const t = useTranslations("membership");
  return (
    <Table
      heads={[t("members.person"), t("members.role"), t("members.pledge"), t("members.since")]}
      caption={t("members.caption")}
    >
      {lines.map((line) => (
        <Line key={line.person.handle} line={line} />
      ))}
    </Table>
  );
}

function Line({ line: { person, roles, ownRoles, isPaused, since, pledge } }: { line: RosterLine }) {
  const t = useTranslations("membership");
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
        <Instant at={since} look="month" />
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
