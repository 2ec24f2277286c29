import { useTranslations } from "next-intl";
import { Section } from "@/components/layout/section";
import { Panel } from "@/components/ui/panel";
import { Wall, WallMore, WallPerson } from "@/components/ui/wall";
import { Who } from "@/components/ui/who";
import { Link } from "@/lib/i18n/navigation";
import type { RosterGlimpse } from "@/lib/membership/roster/types";
import { PersonName, Portrait } from "./person-name";

type MembersWallProps = { slug: string; glimpse: RosterGlimpse };

/** Members as the tiles they are; to those outside, only the ones who opened their belonging. */
export function MembersWall({ slug, glimpse }: MembersWallProps) {
  const t = useTranslations();
  const isFellow = glimpse.more !== null;
  const all = { pathname: "/associations/[slug]/members", params: { slug } } as const;
  return (
    <Section
      id="members"
      title={t("association.page.members")}
      note={isFellow ? <Link href={all}>{t("association.page.allMembers")}</Link> : null}
    >
      {isFellow ? null : <p className="meta">{t("association.page.membersClosed")}</p>}
      <Wall>
        {glimpse.items.map(({ person, roles }) => (
          <WallPerson
            key={person.handle}
            tile={<Portrait person={person} side={64} />}
            name={<PersonName person={person} />}
            line={roles.map((role) => t(`membership.role.${role}`)).join(", ") || person.headline}
          />
        ))}
        {glimpse.more ? (
          <WallMore>
            <Link href={all}>{t("association.page.more", { count: glimpse.more })}</Link>
          </WallMore>
        ) : null}
      </Wall>
    </Section>
  );
}

/** Who looks after it, as far as they may be seen. */
export function Stewards({ glimpse }: { glimpse: RosterGlimpse }) {
  const t = useTranslations();
  const stewards = glimpse.items.filter(({ roles }) => roles.length > 0);
  if (stewards.length === 0) return null;
  return (
    <Panel title={t("association.page.stewards")}>
      <ul className="stack stack--tight">
        {stewards.map(({ person, roles }) => (
          <li key={person.handle}>
            <Who
              tile={<Portrait person={person} side={32} />}
              name={<PersonName person={person} />}
              lines={[roles.map((role) => t(`membership.role.${role}`)).join(", ")]}
            />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
