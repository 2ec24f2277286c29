import { useTranslations } from "next-intl";
import { PageHead } from "@/components/layout/page-head";
import { Crumbs } from "@/components/ui/crumbs";
import type { DecisionView } from "@/lib/decision/types";
import { useTitle } from "./title";

/** Whose decision it is, of which kind, and its name. */
export function DecisionHead({ view }: { view: DecisionView }) {
  const t = useTranslations("decision");
  const title = useTitle()(view);
  const { slug, name } = view.association;
  const params = { slug };
  return (
    <>
      <Crumbs
        path={[
          { label: name, href: { pathname: "/associations/[slug]", params } },
          { label: t("title"), href: { pathname: "/associations/[slug]/decisions", params } },
        ]}
        current={title}
      />
      <PageHead title={title} note={view.title ? t(`kind.${view.kind}`) : null} />
    </>
  );
}
