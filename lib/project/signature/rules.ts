import { ok, type Result, refuse } from "@/lib/core/result";
import type { ProjectState } from "../types";
import type { SignatureLook } from "./types";

export type SignRefusal = "project.notConcluded" | "project.hadNoPart" | "project.signCompetence";

export type SignFacts = {
  readonly state: ProjectState;
  /** Takes part, did something there that was confirmed, or dreamt it. */
  readonly hadPart: boolean;
  /** Slugs of what they hold, or came in with. */
  readonly competences: readonly string[];
};

type Signing = { readonly look: SignatureLook; readonly competence: string | null };

/** Whether somebody may say how they are named with a result: of a project that is concluded, and that they had a part in. */
export function canSign(facts: SignFacts, { look, competence }: Signing): Result<null, SignRefusal> {
  if (!facts.hadPart) return refuse("project.hadNoPart");
  if (facts.state !== "COMPLETED") return refuse("project.notConcluded");
  const isNamed = competence !== null && facts.competences.includes(competence);
  if (look === "COMPETENCE" && !isNamed) return refuse("project.signCompetence", { field: "competence" });
  return ok(null);
}

/** A name as its owner signs with it; null for whoever does not. The SQL function signed_name says the same. */
export function signedName(name: string, look: SignatureLook): string | null {
  if (look === "UNSIGNED") return null;
  const words = name.split(" ");
  if (look === "FIRST_NAME") return words[0] ?? "";
  if (look !== "INITIALS") return name;
  return words.flatMap((word) => (word === "" ? [] : `${[...word][0]}.`)).join(" ");
}
