import { redirect as redirectTo } from "next/navigation";
import { useLocale } from "next-intl";
import { type ComponentProps, createElement } from "react";
import { pathTo, type Route } from "./path-to";
import type { Locale } from "./routing";

type Names<R extends string> = R extends `${string}[${infer Name}]${infer Rest}` ? Name | Names<Rest> : never;
type Word = string | number | boolean | null | undefined;
type After = { readonly query?: { readonly [name: string]: Word | readonly Word[] }; readonly hash?: string };
type To<R extends Route> = [Names<R>] extends [never]
  ? R | ({ readonly pathname: R; readonly params?: undefined } & After)
  : { readonly pathname: R; readonly params: Readonly<Record<Names<R>, string>> } & After;

/** A page: its route, with the names that stand in it, what its address asks, and a place on it. */
export type Href = { [R in Route]: To<R> }[Route];

type Asked = { readonly href: Href; readonly locale: Locale };

/** The address of a page in a language. What a query leaves empty is left out. */
export function getPathname({ href, locale }: Asked): string {
  if (typeof href === "string") return pathTo({ pathname: href }, locale);
  const { pathname, params = {}, query = {}, hash } = href;
  const words = Object.entries(query).flatMap(([name, value]) =>
    [value].flat().flatMap((one) => (one === null || one === undefined ? [] : [[name, String(one)]])),
  );
  const search = new URLSearchParams(words).toString();
  return `${pathTo({ pathname, params }, locale)}${search && `?${search}`}${hash ? `#${hash}` : ""}`;
}

/** Leads to another page: for actions and pages, on the server. */
export function redirect(to: Asked): never {
  return redirectTo(getPathname(to) as Parameters<typeof redirectTo>[0]);
}

type LinkProps = { href: Href } & Omit<ComponentProps<"a">, "href">;

/**
 * A plain link to a page in the language of the page, followed without loading the site anew (`SoftLinks`). Nothing is fetched
 * ahead: pages are drawn for whoever asks, when they ask (docs/adr/0051).
 */
export function Link({ href, ...props }: LinkProps) {
  return createElement("a", { "data-soft": "", ...props, href: getPathname({ href, locale: useLocale() }) });
}
