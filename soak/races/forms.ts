import { db } from "@/lib/db/client";
import { signIn, typedPapers } from "../ground/people";
import { membersOf, setScene } from "../ground/scene";
import { type Crowd, differs } from "./race";

type Sending = {
  readonly path: string;
  readonly having: string;
  readonly fields: Readonly<Record<string, string>>;
  /** What each browser sends. */
  readonly cookies: readonly string[];
  /** Whether all send the form that the first was given. */
  readonly isShared: boolean;
};

/** How a form ended for whoever sent it; see soak/ground/visitor.mjs. */
type Ending = { readonly outcome: "ok" | "told" | "fault" | "error"; readonly location?: string };

/** A race run through pages: nobody may see an error, and as many as must get through. */
export type FormRace = {
  readonly rule: string;
  readonly title: string;
  readonly prepare: (
    crowd: Crowd,
    round: number,
  ) => Promise<Sending & { judge: (endings: readonly Ending[]) => Promise<string[]> }>;
};

const got = (endings: readonly Ending[], outcome: Ending["outcome"]) =>
  endings.filter((ending) => ending.outcome === outcome).length;

const lastPlaces: FormRace = {
  rule: "A5",
  title: "pages: last places, entry open to all",
  async prepare({ contenders, stewards }, round) {
    const places = 1 + (round % 4);
    const { id, slug } = await setScene({ stewards: stewards.slice(0, 1), entry: "OPEN", places });
    return {
      ...{ path: `/associazioni/${slug}/candidati`, having: "charterHash", isShared: false },
      ...{ fields: typedPapers("Due ore al mese."), cookies: await signIn(contenders) },
      judge: async (endings) => [
        ...differs("came in", got(endings, "ok"), places),
        ...differs("were told", got(endings, "told"), endings.length - places),
        ...differs("members", await membersOf(id), 1 + places),
      ],
    };
  },
};

const oneForm: FormRace = {
  rule: "A7",
  title: "pages: one form sent by every browser",
  async prepare({ contenders, stewards }, round) {
    const { id: associationId, slug } = await setScene({ stewards: stewards.slice(0, 1), entry: "APPLICATION" });
    const person = contenders[round % contenders.length];
    const [cookie = ""] = person ? await signIn([person]) : [];
    return {
      ...{ path: `/associazioni/${slug}/candidati`, having: "charterHash", isShared: true },
      ...{ fields: typedPapers("Due ore al mese."), cookies: contenders.map(() => cookie) },
      judge: async (endings) => [
        ...differs("took effect", got(endings, "ok"), endings.length),
        ...differs("different outcomes", new Set(endings.map(({ location }) => location)).size, 1),
        ...differs("applications", await db.application.count({ where: { associationId } }), 1),
      ],
    };
  },
};

const oneDecision: FormRace = {
  rule: "M6",
  title: "pages: stewards answer one application",
  async prepare({ contenders, stewards }) {
    const [applicant, ...deciders] = contenders;
    if (!applicant) throw new Error("nobody contends");
    const all = [...deciders, ...stewards.slice(0, 1)];
    const scene = await setScene({ stewards: all, applicants: [applicant] });
    const id = scene.applicationOf(applicant);
    return {
      ...{ path: `/associazioni/${scene.slug}/gestione/domande/${id}`, having: "outcome", isShared: false },
      ...{ fields: { outcome: "ADMIT", message: "" }, cookies: await signIn(all) },
      judge: async (endings) => [
        ...differs("words that counted", got(endings, "ok"), 1),
        ...differs("were told", got(endings, "told"), endings.length - 1),
        ...differs("decisions", await db.applicationDecision.count({ where: { applicationId: id } }), 1),
      ],
    };
  },
};

export const FORM_RACES: readonly FormRace[] = [lastPlaces, oneForm, oneDecision];
