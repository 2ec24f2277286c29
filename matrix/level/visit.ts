import { setTimeout } from "node:timers/promises";
import { UNTOUCHED } from "@/lib/form/form-state";
import { routing } from "@/lib/i18n/routing";
import { anonymous } from "../../e2e/anonymous";
import type { Fields } from "../subject";
import type { Person } from "../world/people";
import type { Scene } from "../world/scene";
import { append } from "./form";
import { builtAction, openBuilt } from "./site";

type Params = Scene["params"];
export type Visited = { readonly status: number; readonly leadsTo: string | null; readonly bytes: string };

const VARIABLE = /\[(\w+)\]/g;
const PATHS: Readonly<Record<string, string | { it: string }>> = routing.pathnames;
const cookieOf = (who: Person | null): Record<string, string> => (who ? { cookie: `tessera=${who.token}` } : {});
const isIn = (route: string, params: Params) => [...route.matchAll(VARIABLE)].every(([, name = ""]) => name in params);

/** The Italian address of a route. */
export function addressOf(route: string, params: Params): string {
  const path = PATHS[route] ?? route;
  return (typeof path === "string" ? path : path.it).replace(VARIABLE, (_, name) => params[name] ?? name);
}

/** A browser without scripts, as many people as it is told to be. */
export class Browser {
  private readonly site: Awaited<ReturnType<typeof openBuilt>>;

  private constructor(site: Browser["site"]) {
    this.site = site;
  }

  static async open(): Promise<Browser> {
    return new Browser(await openBuilt());
  }

  close = () => this.site.stop();

  async see(path: string, who: Person | null): Promise<Visited> {
    const response = await fetch(this.site.origin + path, { headers: cookieOf(who), redirect: "manual" });
    const answer = { text: await response.text(), headers: Object.fromEntries(response.headers) };
    const { date: _, "x-request-id": __, ...headers } = answer.headers;
    const bytes = anonymous({ text: answer.text, headers }, path).join("\n");
    return { status: response.status, leadsTo: response.headers.get("location"), bytes };
  }

  /**
   * Sends a form to a page that has its action, whether or not that page shows it to whoever sends; the refusals the server
   * notes. By script, the answer tells them too, and must tell the same; without, it is a page.
   */
  async send(action: string, fields: Fields, { params, who, isScripted }: Sending): Promise<string[]> {
    const { id, routes } = builtAction(action);
    const isPlain = UNNOTED.has(action);
    const route = OWN_PAGES[action] ?? routes.find((one) => isIn(one, params));
    if (!route) throw new Error(`no page with ${action} can be addressed: ${routes.join(" ")}`);
    const headers = { ...cookieOf(who), origin: this.site.origin, ...(isScripted && { "next-action": id }) };
    const body = isPlain ? plain(id, fields) : isScripted ? scripted(fields) : native(id, fields);
    const url = this.site.origin + addressOf(route, params);
    const response = await fetch(url, { method: "POST", body, headers, redirect: "manual" });
    const text = await response.text();
    if (isPlain) return response.status === 303 ? [] : [`answered with ${response.status}`];
    const codes = await this.noted(action);
    const told = isScripted ? [...text.matchAll(/\{"code":"([\w.]+)"/g)].map(([, code = ""]) => code) : bare(codes);
    return agreeing(codes, { status: response.status, told });
  }

  private async noted(action: string): Promise<string[]> {
    const note = await Promise.race([this.site.heard(), setTimeout(5000, null)]);
    if (this.site.unheard() > 0) throw new Error(`${action} was noted more than once`);
    if (!note?.action?.endsWith(`#${action}`)) throw new Error(`${note?.action ?? "nothing"} was noted for ${action}`);
    return note.outcome === "ok" ? [] : (note.outcome ?? []);
  }
}

/** Actions of another shape than all others: they refuse nothing, and are noted nowhere. */
const UNNOTED = new Set(["chooseThemeAction"]);

/** Actions that lead nowhere: what they did is told on their own page, and on no other that has them. */
const OWN_PAGES: Readonly<Record<string, string>> = { readImportAction: "/projects/new" };

type Sending = { params: Params; who: Person | null; isScripted: boolean };

type Told = { status: number; told: readonly string[] };

/** The codes noted, when the answer told the same; the fields only where they say more than the code. */
function agreeing(codes: readonly string[], { status, told }: Told): string[] {
  const isFine = codes.length === 0 ? FINE.has(status) : status < 500;
  if (!isFine || told.join() !== bare(codes).join()) return [...codes, `answered with ${status} ${told}`];
  return codes.map((code) => (/^(validation\.|common\.notFound )/.test(code) ? code : (bare([code])[0] ?? "")));
}

/** A page that stays, and the two ways in which one leads elsewhere. */
const FINE = new Set([200, 303, 307]);

/** Codes without the fields they stand at. */
const bare = (codes: readonly string[]) => codes.map((code) => code.split(" ")[0] ?? "");

/** What React sends for the same form: the fields, then the two arguments of the action, an earlier state and those fields. */
function scripted(fields: Fields): FormData {
  const form = append(new FormData(), fields, "_1_");
  form.append("0", JSON.stringify([UNTOUCHED, "$K1"]));
  return form;
}

/** The same for an action that takes a form and nothing else. */
const plain = (id: string, fields: Fields) => append(new FormData(), { [`$ACTION_ID_${id}`]: "", ...fields });

/** What a browser without scripts sends for a form of ours: the action by its id, bound to a form nobody has sent yet. */
function native(id: string, fields: Fields): FormData {
  const form = new FormData();
  form.append("$ACTION_REF_1", "");
  form.append("$ACTION_1:0", JSON.stringify({ id, bound: "$@1" }));
  form.append("$ACTION_1:1", JSON.stringify([UNTOUCHED]));
  return append(form, fields);
}
