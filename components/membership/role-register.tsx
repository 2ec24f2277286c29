import { useTranslations } from "next-intl";
import { Section } from "@/components/layout/section";
import { Instant } from "@/components/ui/moment";
import { Who } from "@/components/ui/who";
import type { RoleEvent, RoleLine, RoleRegister } from "@/lib/membership/bundle/types";
import { PersonName, Portrait } from "./person-name";

/** Who does what: each role with what it answers for and who answers for it; then how that came about (promise P54). */
export function Register({ register: { lines, events } }: { register: RoleRegister }) {
  const t = useTranslations("membership.register");
  return (
    <div className="sections">
      {lines.map((line) => (
        <Line key={line.role ?? line.own?.id} line={line} />
      ))}
      <Section id="history" title={t("history")}>
        <ul className="stack stack--tight">
          {events.map((event) => (
            <Event key={event.id} event={event} />
          ))}
        </ul>
      </Section>
    </div>
  );
}

function Line({ line: { role, own, responsibilities, holders } }: { line: RoleLine }) {
  const t = useTranslations("membership");
  return (
    <Section id={role ?? own?.id ?? "role"} title={role ? t(`role.${role}`) : (own?.name ?? "")}>
      <p className="text">{role ? t(`roleDuty.${role}`) : own?.duty}</p>
      {own?.isByTrust ? <p className="meta">{t("trust.byTrust")}</p> : null}
      {responsibilities.length > 0 ? (
        <p className="meta">{responsibilities.map((one) => t(`responsibility.${one}`)).join(" · ")}</p>
      ) : null}
      {holders.length > 0 ? (
        <ul className="stack stack--tight mt-3">
          {holders.map(({ person, since, isPaused }) => (
            <li key={person.handle}>
              <Who
                tile={<Portrait person={person} side={40} />}
                name={<PersonName person={person} />}
                lines={[
                  isPaused ? (
                    t("members.paused")
                  ) : (
                    <span key="since">{t.rich("register.since", { day: () => <Instant at={since} /> })}</span>
                  ),
                ]}
              />
            </li>
          ))}
        </ul>
      ) : (
        <p className="hint mt-3">{t("register.nobody")}</p>
      )}
    </Section>
  );
}

function Event({ event: { what, at, person, by, role, name } }: { event: RoleEvent }) {
  const t = useTranslations("membership");
  const words = {
    person: person ?? t("register.somebody"),
    by: by ?? "",
    role: role ? t(`role.${role}`) : name,
  };
  return (
    <li className="meta">
      <Instant at={at} look="dated" /> · {t(what === "ended" && by ? "register.endedBy" : `register.${what}`, words)}
    </li>
  );
}
