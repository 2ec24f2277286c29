import { formOf } from "../../bench/measure/form.mjs";

/** Words of the product for a fault of its own, in Italian. */
const FAULTS = ["Qualcosa non va da noi", "Qualcuno sta scrivendo proprio qui"];
const PATIENCE_MS = 15_000;

/**
 * How a submission ended: «ok» leads to a page that says what was done; «told» shows the page with what is refused, or leads to
 * the state there is; «fault» is a fault of the product's own, «error» any page of error.
 */
export function outcomeOf({ status, location, text }) {
  if (status === 303) return { outcome: location.includes("done=") ? "ok" : "told", location };
  if (status !== 200) return { outcome: "error", status };
  return { outcome: FAULTS.some((words) => seen(text).includes(words)) ? "fault" : "told" };
}

/** What is shown of a page: all sentences of the product travel along in its scripts. */
const seen = (html) => html.replace(/<script\b[\s\S]*?<\/script>/g, "");

/** A browser without script, signed in: `formOn` fetches a page and fills its form in, `send` submits it. */
export function visitor(cookie) {
  const ask = async (url, options = {}) => {
    const { origin } = new URL(url);
    const response = await fetch(url, {
      ...{ redirect: "manual", signal: AbortSignal.timeout(PATIENCE_MS), ...options },
      headers: { cookie, origin },
    });
    const text = await response.text();
    return { status: response.status, location: response.headers.get("location") ?? "", text };
  };
  return {
    /** Null where the page has no such form; throws where there is no page. */
    async formOn(url, given) {
      const { status, text } = await ask(url);
      if (status >= 500) throw new Error(`${url} answers ${status}`);
      const form = formOf(text, given);
      return form && { url, form };
    },
    /** A page that leads elsewhere while it is drawn (307) is sent the form again, as a browser does. */
    async send({ url, form }, patienceMs = PATIENCE_MS) {
      const post = (to) => ask(to, { method: "POST", body: form, signal: AbortSignal.timeout(patienceMs) });
      const answer = await post(url);
      return outcomeOf(answer.status === 307 ? await post(new URL(answer.location, url).href) : answer);
    },
  };
}
