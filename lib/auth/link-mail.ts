import "server-only";
import { env } from "@/lib/env";
import { pathTo } from "@/lib/i18n/path-to";
import type { Locale } from "@/lib/i18n/routing";
import { translatorFor } from "@/lib/i18n/translator";
import { LINK_MINUTES } from "./token";

export type Addressee = { readonly isMember: boolean; readonly isNewcomer: boolean; readonly name: string | null };

type LinkMail = {
  addressee: Addressee;
  purpose: "signIn" | "signUp";
  locale: Locale;
  email: string;
  token: string;
  next: string | null;
};

/** What to write: it depends on who the address belongs to, which only its owner may learn. */
function kindOf({ addressee, purpose }: LinkMail) {
  if (addressee.isMember) return purpose === "signUp" ? "already" : "signIn";
  return addressee.isNewcomer ? "confirm" : "nobody";
}

/** By name only whom we know: the name of somebody who signs up may be anybody's words to a stranger's address. */
function greetingFor({ isMember, name }: Addressee, say: ReturnType<typeof translatorFor>): string {
  return isMember && name ? say("account.mail.greeting", { name }) : say("account.mail.greetingNobody");
}

/** The mail that answers a request to sign in or up, in the language of the page it was asked on. */
export function linkMail(mail: LinkMail): { subject: string; text: string } {
  const { addressee, locale, email, token, next } = mail;
  const kind = kindOf(mail);
  const say = translatorFor(locale);
  const target = new URL(
    pathTo({ pathname: kind === "nobody" ? "/sign-up" : "/sign-in/confirm" }, locale),
    env.APP_URL,
  );
  if (kind !== "nobody") target.search = new URLSearchParams({ email, token, ...(next && { next }) }).toString();
  const parts = [
    greetingFor(addressee, say),
    say(`account.mail.${kind}.text`, { minutes: LINK_MINUTES, email }),
    target.href,
    say(`account.mail.${kind}.otherwise`),
    say("account.mail.signature"),
  ];
  return { subject: say(`account.mail.${kind}.subject`), text: `${parts.join("\n\n")}\n` };
}
