import type { Actor } from "@/lib/auth/actor";
import { addDays } from "@/lib/core/duration";
import { db } from "@/lib/db/client";
import type { Try } from "../ground/acts";
import { setScene } from "../ground/scene";
import { at, behindAssociation, countOf, differs, type Race, unheardOf, unlike } from "./race";

const word = (applicationId: string, outcome: "ADMIT" | "DECLINE" = "ADMIT") => ({
  ...{ applicationId, outcome, message: "", clauseId: null },
  reason: outcome === "DECLINE" ? ("CAPACITY" as const) : null,
});
const stateOf = async (id: string) => (await db.application.findUniqueOrThrow({ where: { id } })).state;
const decisionsOn = (applicationId: string) => db.applicationDecision.count({ where: { applicationId } });

const onePending: Race = {
  rule: "M4, A4",
  title: "one pending application a pair",
  async prepare({ contenders, stewards }) {
    const scene = await setScene({ stewards: stewards.slice(0, 1) });
    const actor = at(contenders, 0);
    return {
      gather: behindAssociation(scene.id),
      tries: contenders.map((): Try => ({ act: "apply", actor, input: scene.papers })),
      judge: (answers) => unlike(countOf(answers), { ok: 1, "membership.alreadyApplied": answers.length - 1 }),
    };
  },
};

const requestMeetsInvitation: Race = {
  rule: "M3",
  title: "request and invitation of one pair meet",
  async prepare({ contenders, stewards }) {
    const scene = await setScene({ stewards });
    const person = at(contenders, 0);
    const { slug: associationSlug, id: associationId } = scene;
    const input = {
      associationSlug,
      whom: person.handle,
      reason: "Perché proprio tu, che sai di cantieri e di tetti.",
    };
    return {
      gather: behindAssociation(associationId),
      tries: contenders.map(
        (_, i): Try =>
          i % 2
            ? { act: "invite", actor: at(stewards, i), input }
            : { act: "apply", actor: person, input: scene.papers },
      ),
      judge: async (answers) => {
        const [applied, invited] = [countOf(answers, "apply"), countOf(answers, "invite")];
        const pair = { associationId, memberId: person.memberId };
        const membership = await db.membership.findFirst({ where: pair, select: { state: true } });
        const left = await db.application.count({ where: { ...pair, state: "PENDING" } });
        return [
          ...differs("applications that took effect", applied.ok ?? 0, 1),
          ...differs("invitations that took effect", invited.ok ?? 0, 1),
          ...unheardOf(applied, ["ok", "membership.alreadyApplied", "membership.alreadyMember"], "applying"),
          ...unheardOf(invited, ["ok", "membership.alreadyInvited", "membership.inviteeIsMember"], "inviting"),
          ...differs("membership", membership?.state, "ACTIVE"),
          ...differs("pending applications", left, 0),
        ];
      },
    };
  },
};

const oneWord: Race = {
  rule: "M6, M4",
  title: "stewards admit and decline one application",
  async prepare({ contenders, stewards }) {
    const [applicant, ...deciders] = contenders as [Actor, ...Actor[]];
    const all = [...deciders, ...stewards.slice(0, 1)];
    const scene = await setScene({ stewards: all, applicants: [applicant] });
    const id = scene.applicationOf(applicant);
    const outcomeOf = (i: number) => (i % 2 ? "ADMIT" : "DECLINE");
    return {
      gather: behindAssociation(scene.id),
      tries: all.map((actor, i): Try => ({ act: "decide", actor, input: word(id, outcomeOf(i)) })),
      judge: async (answers) => {
        const won = answers.find(({ code }) => code === "ok");
        return [
          ...unlike(countOf(answers), { ok: 1, "membership.alreadyDecided": answers.length - 1 }),
          ...differs("state", await stateOf(id), (won?.value as { state: string } | undefined)?.state ?? "one winner"),
          ...differs("decisions", await decisionsOn(id), 1),
        ];
      },
    };
  },
};

const twoWords: Race = {
  rule: "M6",
  title: "where two must agree, eight admit eight times",
  async prepare({ contenders, stewards }) {
    const applicant = at(contenders, 0);
    const scene = await setScene({ stewards, applicants: [applicant], deciders: 2 });
    const id = scene.applicationOf(applicant);
    return {
      gather: behindAssociation(scene.id),
      tries: contenders.map((_, i): Try => ({ act: "decide", actor: at(stewards, i), input: word(id) })),
      judge: async (answers) => {
        const counts = countOf(answers);
        const won = answers.filter(({ code }) => code === "ok");
        return [
          ...differs("words that counted", counts.ok ?? 0, 2),
          ...differs("people who said them", new Set(won.map(({ memberId }) => memberId)).size, 2),
          ...unheardOf(counts, ["ok", "membership.alreadyDecided", "membership.alreadySaidYours"]),
          ...differs("state", await stateOf(id), "ACCEPTED"),
          ...differs("decisions", await decisionsOn(id), 2),
        ];
      },
    };
  },
};

const decidedOrWithdrawn: Race = {
  rule: "M4, A4",
  title: "withdrawing while stewards decide",
  async prepare({ contenders, stewards }) {
    const applicant = at(contenders, 0);
    const scene = await setScene({ stewards, applicants: [applicant] });
    const id = scene.applicationOf(applicant);
    return {
      gather: behindAssociation(scene.id),
      tries: contenders.map(
        (_, i): Try =>
          i % 2
            ? { act: "decide", actor: at(stewards, i >> 1), input: word(id) }
            : { act: "withdraw", actor: applicant, input: { applicationId: id } },
      ),
      judge: async (answers) => {
        const won = answers.find(({ code }) => code === "ok");
        return [
          ...unlike(countOf(answers), { ok: 1, "membership.alreadyDecided": answers.length - 1 }),
          ...differs("state", await stateOf(id), won?.act === "withdraw" ? "WITHDRAWN" : "ACCEPTED"),
        ];
      },
    };
  },
};

const pastItsDay: Race = {
  rule: "M6",
  title: "past its day: the job, twice over, and stewards",
  async prepare({ contenders, stewards }) {
    const applicant = at(contenders, 0);
    const scene = await setScene({ stewards, applicants: [applicant] });
    const id = scene.applicationOf(applicant);
    const now = addDays(new Date(), 30);
    return {
      gather: behindAssociation(scene.id),
      tries: contenders.map(
        (_, i): Try =>
          i % 2
            ? { act: "decide", actor: at(stewards, i >> 1), input: word(id), now }
            : { act: "expire", actor: null, input: null, now },
      ),
      judge: async (answers) => {
        const told = { subjectId: id, kind: "membership.expired" };
        return [
          ...unlike(countOf(answers, "decide"), { "membership.alreadyDecided": answers.length / 2 }, "deciding"),
          ...unlike(countOf(answers, "expire"), { ok: answers.length / 2 }, "the job"),
          ...differs("times told", await db.activity.count({ where: told }), 1),
          ...differs("state", await stateOf(id), "EXPIRED"),
        ];
      },
    };
  },
};

export const APPLICATIONS: readonly Race[] = [
  onePending,
  requestMeetsInvitation,
  oneWord,
  twoWords,
  decidedOrWithdrawn,
  pastItsDay,
];
