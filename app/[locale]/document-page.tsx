import type { Metadata } from "next";
import { getMessages } from "next-intl/server";
import { Document } from "@/components/site/document";
import { OperatorNote, VersionNote } from "@/components/site/document-notes";
import { operator } from "@/lib/env";
import { documentsInForce } from "@/lib/i18n/documents";
import type { Route } from "@/lib/i18n/path-to";
import { alternatesOf } from "./alternates";
import { page } from "./page-shape";

type DocumentName = "how" | "privacy" | "terms" | "conduct" | "accessibility" | "credits";

/** A page that is one of the site's own texts, with who answers for it and, where it is accepted, its version. */
export function documentPage(name: DocumentName, pathname: Route) {
  async function generateMetadata(): Promise<Metadata> {
    const { title, description } = (await getMessages()).site[name];
    return { title, description, ...(await alternatesOf({ pathname })) };
  }
  const DocumentPage = page(async () => {
    const { title, lead, sections } = (await getMessages()).site[name];
    const accepted = documentsInForce().find(({ document }) => document === name);
    const { name: who, contact } = operator();
    return (
      <Document title={title} lead={lead} sections={sections}>
        {name === "how" || name === "credits" ? null : <OperatorNote operator={who} contact={contact} />}
        {accepted ? <VersionNote version={accepted.version} hash={accepted.hash} /> : null}
      </Document>
    );
  });
  return { generateMetadata, DocumentPage };
}
