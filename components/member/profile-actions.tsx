import { useTranslations } from "next-intl";
import { AnchorButton } from "@/components/ui/anchor-button";
import { LinkButton } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import type { Relation, VisibleProfile } from "@/lib/member/types";

/** What whoever looks can do from here: their own to edit, an address to write to where it is open. */
export function ProfileActions({ profile, relation }: { profile: VisibleProfile; relation: Relation }) {
  const t = useTranslations("member");
  if (relation === "self")
    return (
      <>
        <LinkButton look="primary" isWide href="/profile">
          {t("own.edit")}
        </LinkButton>
        <LinkButton look="quiet" isWide href="/profile/preview">
          {t("own.preview")}
        </LinkButton>
      </>
    );
  const { email, name } = profile;
  const first = name.split(" ")[0] ?? name;
  return (
    <>
      {email ? (
        <AnchorButton look="primary" isWide href={`mailto:${email}`}>
          <Icon name="mail" />
          {t("profile.write", { name: first })}
        </AnchorButton>
      ) : null}
      {relation === "visitor" ? (
        <>
          <p className="meta">{t("profile.visitor", { name: first })}</p>
          <LinkButton isWide href="/sign-in">
            {t("profile.signIn")}
          </LinkButton>
        </>
      ) : null}
    </>
  );
}
