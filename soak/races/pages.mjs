import { Problem } from "../../scripts/lib/problem.mjs";
import { provideBuild, serve } from "../ground/site.mjs";
import { visitor } from "../ground/visitor.mjs";

/** So few that each instance has a connection for each: what is asked is who wins, not how many pages a busy machine draws. */
const BROWSERS = 16;

/** The same through pages: browsers without script, half of them on each of two instances of the application. */
export async function raceOnPages(url, { rounds, races, crowd, note }) {
  if (races.length === 0) return;
  const folder = await provideBuild();
  const few = { ...crowd, contenders: crowd.contenders.slice(0, BROWSERS) };
  const sites = await Promise.all([0, 1].map(() => serve(url, { folder })));
  try {
    for (let round = 0; round < rounds; round++)
      for (const one of races) {
        const sending = await one.prepare(few, round);
        const endings = await sendAll(sites, sending);
        note(one, {
          round,
          answers: endings.map(answerOf),
          deviations: [...(await sending.judge(endings)), ...faultsIn(endings)],
        });
      }
  } finally {
    await Promise.all(sites.map(({ stop }) => stop()));
  }
}

/** Everybody opens the page; when all have it, all send what they filled in. */
async function sendAll(sites, { path, having, fields, cookies, isShared }) {
  const browsers = cookies.map((cookie, i) => ({ ...visitor(cookie), origin: sites[i % 2].origin }));
  const open = async ({ formOn, origin }) => {
    const filled = await formOn(`${origin}${path}`, { fields, having });
    if (!filled) throw new Problem(`${path} has no form with ${having}.`);
    return filled;
  };
  const shared = isShared ? await open(browsers[0]) : null;
  const filled = await Promise.all(browsers.map((browser) => shared ?? open(browser)));
  return Promise.all(
    browsers.map(async ({ send, origin }, i) => ({
      ...(await send({ ...filled[i], url: `${origin}${path}` })),
      by: i % 2,
    })),
  );
}

const answerOf = ({ outcome, by }) => ({ code: outcome, by });

const faultsIn = (endings) =>
  endings
    .filter(({ outcome }) => outcome === "fault" || outcome === "error")
    .map(
      ({ outcome, status }) => `somebody saw ${outcome === "error" ? `an error page (${status})` : "a fault of ours"}`,
    );
