import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { PageHead } from "@/components/layout/page-head";
import { Section } from "@/components/layout/section";
import { Prose } from "@/components/ui/prose";

type Sections = Readonly<Record<string, { readonly title: string; readonly text: string }>>;

type DocumentProps = {
  title: string;
  lead: string;
  sections: Sections;
  /** At the end: version, who answers for it. */
  children?: ReactNode;
};

/** A text to be read through: what it says first, the list of its parts, the parts. */
export function Document({ title, lead, sections, children }: DocumentProps) {
  const t = useTranslations("site.documents");
  const parts = Object.entries(sections);
  return (
    <div className="wrap document">
      <PageHead title={title} />
      <p className="lead">{lead}</p>
      <div className="document-body">
        <nav aria-label={t("onThisPage")}>
          <ol>
            {parts.map(([id, part]) => (
              <li key={id}>
                <a href={`#${id}`}>{part.title}</a>
              </li>
            ))}
          </ol>
        </nav>
        <div>
          {parts.map(([id, part]) => (
            <Section key={id} id={id} title={part.title}>
              <Prose text={part.text} />
            </Section>
          ))}
          {children}
        </div>
      </div>
    </div>
  );
}
