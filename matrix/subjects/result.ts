import { db } from "@/lib/db/client";
import { concludeProject } from "@/lib/project/commands";
import { addPicture } from "@/lib/project/picture/commands";
import { findPicture } from "@/lib/project/picture/queries";
import { findEnded } from "@/lib/project/proposal/queries";
import { findResult } from "@/lib/project/result/queries";
import { thank } from "@/lib/project/thanks/commands";
import type { Subject } from "../subject";
import { done } from "../world/place";
import { aProject } from "../world/project";
import { nothing, type World } from "../world/scene";

const RESULT = "Il lavatoio è coperto e aperto due giorni a settimana, da ieri e fino all’estate.";
const DOT = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
const WORDS = "Per i sabati al banco, due alla volta.";
const aPicture = () => new File([DOT], "punto.png", { type: "image/png" });

/**
 * What a project comes to: about to be written, published, published for members only. A picture hung by
 * who leads it, and their thanks to whoever sits in it.
 */
export const result: Subject = {
  near: ["owner", "seated"],
  async scenes(world) {
    const published = await sceneIn(world, { isPublished: true });
    return {
      writing: await sceneIn(world, {}),
      published,
      hidden: await sceneIn(world, { isPublished: true, isHidden: true }),
      absent: {
        ...published,
        params: { slug: "nessuno-lo-ha-mai-concluso", pictureId: nothing(), thanksId: nothing() },
      },
    };
  },
  acts: {
    signResult: ({ slug = "" }) => ({ slug, look: "INITIALS", competence: "" }),
    addPicture: ({ slug = "" }) => ({ slug, file: aPicture(), fileId: "", alt: "Il lavatoio coperto" }),
    "thank:all": ({ slug = "" }) => ({ slug, memberId: "", text: WORDS }),
    "thank:seated": ({ slug = "", seatedId = "" }) => ({ slug, memberId: seatedId, text: WORDS }),
    openThanks: ({ slug = "", thanksId = "" }) => ({ slug, thanksId, answer: "SHOW" }),
    takeBackThanks: ({ slug = "", thanksId = "" }) => ({ slug, thanksId }),
    removePicture: ({ slug = "", pictureId = "" }) => ({ slug, pictureId }),
  },
  pages: ["/api/results/[slug]"],
  open: {
    "project/result.findResult": (viewer, { slug = "" }) => findResult(viewer, slug),
    "project/picture.findPicture": (viewer, { pictureId = "" }) => findPicture(viewer, pictureId),
  },
  asks: {
    "project/proposal.findEnded": (actor, { slug = "" }) => findEnded(actor, slug),
  },
};

async function sceneIn(world: World, { isPublished = false, isHidden = false }) {
  const { slug, owner, seated } = await aProject({ place: await world.home(), isHidden, isResolved: true });
  done(await addPicture(owner, { slug, file: aPicture(), fileId: null, alt: "Il lavatoio com’era" }));
  const where = { project: { slug } };
  const { id: pictureId } = await db.resultPicture.findFirstOrThrow({ where, select: { id: true } });
  if (isPublished) done(await concludeProject(owner, { slug, result: RESULT, lessons: "", links: [] }));
  const thanked = isPublished && (await thank(owner, { slug, memberId: seated.memberId, text: WORDS }));
  const { id: thanksId } = (thanked && (await db.resultThanks.findFirst({ where, select: { id: true } }))) || {
    id: nothing(),
  };
  const params = { slug, pictureId, thanksId, seatedId: seated.memberId };
  return world.scene(await world.home(), params, { owner, seated });
}
