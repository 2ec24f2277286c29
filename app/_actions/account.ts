"use server";

import type { Route } from "next";
import { refresh } from "next/cache";
import { redirect as redirectTo } from "next/navigation";
import { getLocale } from "next-intl/server";
import { chooseMailLocale } from "@/lib/account/commands";
import { acceptDocuments } from "@/lib/account/documents/commands";
import { removePassword, setPassword } from "@/lib/account/password/commands";
import { findOwnAccount } from "@/lib/account/queries";
import * as schema from "@/lib/account/schema";
import { endAllSessions, revokeSession } from "@/lib/account/session/commands";
import { keepSignUp } from "@/lib/account/sign-up/commands";
import * as limits from "@/lib/account/throttle/rules";
import type { SessionCookie } from "@/lib/auth/cookie";
import { type Link, requestLink, type SignedIn, signInByLink } from "@/lib/auth/link";
import { signInByPassword } from "@/lib/auth/password-sign-in";
import { enter, getViewer, leave } from "@/lib/auth/session";
import { ownPath } from "@/lib/core/origin";
import { ok, type Result } from "@/lib/core/result";
import { documentsInForce } from "@/lib/i18n/documents";
import { getPathname, redirect } from "@/lib/i18n/navigation";
import { routeOf } from "@/lib/i18n/route-of";
import { admitNewcomer } from "@/lib/member/newcomer/commands";
import { formAction, openFormAction } from "./form-action";

const byAddress = (limit: typeof limits.LINKS_BY_ADDRESS | typeof limits.PASSWORDS_BY_ADDRESS) => ({
  limit,
  subjectOf: ({ email }: { email: string }) => email,
});

async function goOn(next: string | null): Promise<never> {
  return redirectTo(ownPath(next, getPathname({ href: "/home", locale: await getLocale() })) as Route);
}

export const requestLinkAction = openFormAction({
  name: "app/_actions/account.ts#requestLinkAction",
  schema: schema.linkInput,
  limit: limits.LINKS_BY_NETWORK,
  limitBySubject: byAddress(limits.LINKS_BY_ADDRESS),
  command: async (_origin, input, formKey) =>
    requestLink({ ...input, purpose: "signIn", locale: await getLocale(), formKey }),
  onDone: () => "account.signIn.linkSent",
});

export const signUpAction = openFormAction({
  name: "app/_actions/account.ts#signUpAction",
  schema: schema.signUpInput,
  limit: limits.LINKS_BY_NETWORK,
  limitBySubject: byAddress(limits.LINKS_BY_ADDRESS),
  command: async (_origin, { email, name, next }, formKey) => {
    const locale = await getLocale();
    return requestLink({
      ...{ email, locale, next, formKey },
      purpose: "signUp",
      prepare: (tx) => keepSignUp(tx, { email, name, locale }),
    });
  },
  onDone: () => "account.signUp.sent",
});

export const confirmLinkAction = openFormAction({
  name: "app/_actions/account.ts#confirmLinkAction",
  schema: schema.confirmInput,
  command: async ({ userAgent }, link): Promise<Result<SignedIn | null>> => {
    const result = await signInByLink(link, {
      userAgent,
      openAccount: (tx, email) => admitNewcomer(tx, { email, documents: documentsInForce() }),
    });
    return result.ok || !(await isInAlready(link)) ? result : ok(null);
  },
  onDone: async (signedIn, { next }) => {
    if (signedIn) await enter(signedIn.cookie);
    if (signedIn?.isNewcomer && !isInvitation(next)) redirect({ href: "/welcome", locale: await getLocale() });
    await goOn(next);
    return undefined;
  },
});

/** A newcomer who holds an invitation reads it first: it waits for no answers about themselves. */
const isInvitation = (next: string | null) => next !== null && routeOf(next) === "/invitations/[token]";

/** The second press of a button whose first one has just signed this browser in (rule A7). */
async function isInAlready({ email }: Link): Promise<boolean> {
  const viewer = await getViewer();
  return viewer !== null && (await findOwnAccount(viewer)).email === email;
}

export const signInAction = openFormAction({
  name: "app/_actions/account.ts#signInAction",
  schema: schema.passwordSignInInput,
  limit: limits.PASSWORDS_BY_NETWORK,
  limitBySubject: byAddress(limits.PASSWORDS_BY_ADDRESS),
  command: ({ userAgent }, input) => signInByPassword(input, userAgent),
  onDone: async (cookie: SessionCookie, { next }) => {
    await enter(cookie);
    return goOn(next);
  },
});

export const signOutAction = openFormAction({
  name: "app/_actions/account.ts#signOutAction",
  schema: schema.nothingInput,
  command: async () => ok(await leave().then(() => null)),
  onDone: async () => redirect({ href: "/", locale: await getLocale() }),
});

export const setPasswordAction = formAction({
  name: "app/_actions/account.ts#setPasswordAction",
  schema: schema.setPasswordInput,
  limit: limits.PASSWORDS_BY_ACCOUNT,
  command: setPassword,
  onDone: () => {
    refresh();
    return "account.security.password.saved";
  },
});

export const removePasswordAction = formAction({
  name: "app/_actions/account.ts#removePasswordAction",
  schema: schema.removePasswordInput,
  limit: limits.PASSWORDS_BY_ACCOUNT,
  command: removePassword,
  onDone: () => {
    refresh();
    return "account.security.password.removed";
  },
});

export const revokeSessionAction = formAction({
  name: "app/_actions/account.ts#revokeSessionAction",
  schema: schema.sessionInput,
  command: revokeSession,
  onDone: () => {
    refresh();
    return "account.security.sessions.revoked";
  },
});

export const endAllSessionsAction = formAction({
  name: "app/_actions/account.ts#endAllSessionsAction",
  schema: schema.nothingInput,
  command: endAllSessions,
  onDone: async () => {
    await leave();
    return redirect({ href: "/sign-in", locale: await getLocale() });
  },
});

export const chooseMailLocaleAction = formAction({
  name: "app/_actions/account.ts#chooseMailLocaleAction",
  schema: schema.localeInput,
  command: chooseMailLocale,
  onDone: () => {
    refresh();
    return "account.settings.mailLocale.saved";
  },
});

export const acceptDocumentsAction = formAction({
  name: "app/_actions/account.ts#acceptDocumentsAction",
  schema: schema.documentsInput,
  command: (actor, { shown }) => acceptDocuments(actor, { shown, documents: documentsInForce() }),
  onDone: async () =>
    redirect({ href: { pathname: "/settings/account", query: { done: "documents" } }, locale: await getLocale() }),
});
