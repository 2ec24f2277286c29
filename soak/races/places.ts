import type { Actor } from "@/lib/auth/actor";
import { submitting } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import type { Answer, Try } from "../ground/acts";
import { membersOf, type Scene, setScene } from "../ground/scene";
import { behindAssociation, countOf, differs, type Heat, type Race, unlike } from "./race";

/** One to four places are left, so that neither «the first wins» nor «all but one» would do. */
const placesIn = (round: number) => 1 + (round % 4);
const ADMISSION = { outcome: "ADMIT" as const, reason: null, message: "", clauseId: null };

/** As many come in as there are places, and everybody else hears that it is full. */
async function areFull(
  scene: Scene,
  places: number,
  { answers, before }: { answers: readonly Answer[]; before: number },
) {
  return [
    ...unlike(countOf(answers), { ok: places, "membership.full": answers.length - places }),
    ...differs("members", await membersOf(scene.id), before + places),
  ];
}

const heatFor = (scene: Scene, places: number, tries: readonly Try[]): Heat => ({
  gather: behindAssociation(scene.id),
  tries,
  judge: (answers) => areFull(scene, places, { answers, before: 1 }),
});

const entering = (contenders: readonly Actor[], { papers }: Scene): Try[] =>
  contenders.map((actor) => ({ act: "apply", actor, input: papers }));

const lastByOpenEntry: Race = {
  rule: "A5, M2",
  title: "last places, entry open to all",
  async prepare({ contenders, stewards }, round) {
    const places = placesIn(round);
    const scene = await setScene({ stewards: stewards.slice(0, 1), entry: "OPEN", places });
    return heatFor(scene, places, entering(contenders, scene));
  },
};

const lastByAdmission: Race = {
  rule: "A5, M6",
  title: "last places, by admission",
  async prepare({ contenders, stewards }, round) {
    const places = placesIn(round);
    const scene = await setScene({ stewards: stewards.slice(0, 4), applicants: contenders, places });
    const tries = contenders.map((applicant, i): Try => {
      const input = { applicationId: scene.applicationOf(applicant), ...ADMISSION };
      return { act: "decide", actor: stewards[i % 4] as Actor, input };
    });
    return { ...heatFor(scene, places, tries), judge: (answers) => areFull(scene, places, { answers, before: 4 }) };
  },
};

const lastByInvitation: Race = {
  rule: "A5, M3",
  title: "last places, by invitation",
  async prepare({ contenders, stewards }, round) {
    const places = placesIn(round);
    const one = stewards.slice(0, 1);
    const scene = await setScene({ stewards: one, invited: contenders, entry: "INVITATION", places });
    return heatFor(scene, places, entering(contenders, scene));
  },
};

const lastByEveryDoor: Race = {
  rule: "A5",
  title: "last places, by every door at once",
  async prepare({ contenders, stewards }, round) {
    const places = placesIn(round);
    const third = Math.floor(contenders.length / 3);
    const [applicants, invited] = [contenders.slice(0, third), contenders.slice(third, 2 * third)];
    const scene = await setScene({ stewards: stewards.slice(0, 1), applicants, invited, entry: "OPEN", places });
    const admitting = applicants.map((applicant): Try => {
      const input = { applicationId: scene.applicationOf(applicant), ...ADMISSION };
      return { act: "decide", actor: stewards[0] as Actor, input };
    });
    return heatFor(scene, places, [...admitting, ...entering(contenders.slice(third), scene)]);
  },
};

type Applied = { applicationId: string } | undefined;

const oneFormManyTimes: Race = {
  rule: "A7",
  title: "one form sent by every contender, with one key",
  async prepare({ contenders, stewards }) {
    const scene = await setScene({ stewards: stewards.slice(0, 1) });
    const key = crypto.randomUUID();
    const [person] = contenders as [Actor];
    const tries = contenders.map(
      (): Try => ({ act: "apply", actor: submitting(person, key, "soak"), input: scene.papers }),
    );
    return {
      gather: behindAssociation(scene.id),
      tries,
      judge: async (answers) => [
        ...unlike(countOf(answers), { ok: tries.length }),
        ...differs(
          "different outcomes",
          new Set(answers.map(({ value }) => (value as Applied)?.applicationId)).size,
          1,
        ),
        ...differs("applications", await db.application.count({ where: { associationId: scene.id } }), 1),
      ],
    };
  },
};

export const PLACES: readonly Race[] = [
  lastByOpenEntry,
  lastByAdmission,
  lastByInvitation,
  lastByEveryDoor,
  oneFormManyTimes,
];
