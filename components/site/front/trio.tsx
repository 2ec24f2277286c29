import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Emblem, ProjectEmblem, ValueTile } from "@/components/ui/emblem";
import { Link } from "@/lib/i18n/navigation";
import { SearchBox } from "../search-box";

type TrioProps = { values: readonly string[] };

/** The three ways in: look for people, join an association, propose a project. */
export function Trio({ values }: TrioProps) {
  const t = useTranslations("site.front.trio");
  return (
    <section id="how" aria-labelledby="how-title">
      <h2 id="how-title" className="vh">
        {t("title")}
      </h2>
      <div className="trio">
        <Third
          figure={<ValueTile value={values[0] ?? "competence"} side={64} />}
          title={t("person.title")}
          text={t("person.text")}
        >
          <SearchBox placeholder={t("person.placeholder")} />
        </Third>
        <Third
          figure={<Emblem slug="tessera" values={values} side={160} />}
          title={t("association.title")}
          text={t("association.text")}
        >
          <p>
            <Link href="/associations">{t("association.act")}</Link>
          </p>
        </Third>
        <Third
          figure={<ProjectEmblem slug="tessera" values={values} covered={0.5} side={112} />}
          title={t("project.title")}
          text={t("project.text")}
        >
          <p>
            <Link href="/projects">{t("project.act")}</Link>
          </p>
        </Third>
      </div>
    </section>
  );
}

function Third(props: { figure: ReactNode; title: string; text: string; children: ReactNode }) {
  return (
    <div>
      <div className="trio-fig">{props.figure}</div>
      <h3>{props.title}</h3>
      <p>{props.text}</p>
      {props.children}
    </div>
  );
}
