/** The demo world names its states in Italian; the database in the enums of the models. */
const WORDS = {
  membership: { attivo: "ACTIVE", in_pausa: "PAUSED", uscito: "LEFT" },
  application: {
    pending: "PENDING",
    "in-conversation": "PENDING",
    accepted: "ACCEPTED",
    declined: "DECLINED",
    withdrawn: "WITHDRAWN",
    expired: "EXPIRED",
  },
  declineReason: { territory: "PARTICIPATION" },
  stance: { mio: "SHARED", lo_faccio_mio: "ADOPTED", non_mio: "NOT_MINE" },
  clause: { valore: "VALUE", regola: "RULE", impegno: "COMMITMENT" },
  period: { quarter: "QUARTER", trimestre: "QUARTER", month: "MONTH", mese: "MONTH", year: "YEAR", anno: "YEAR" },
  participation: {
    tempo: "TIME",
    competenza: "SKILL",
    contatto: "CONTACT",
    informazione: "INFORMATION",
    risorsa: "RESOURCE",
    ascolto: "LISTENING",
  },
  projectKind: { tematico: "THEMATIC", personale: "PERSONAL", professionale: "PROFESSIONAL" },
  project: {
    idea: "IDEA",
    proposta: "PROPOSED",
    fattibilita: "FEASIBILITY",
    attivo: "ACTIVE",
    sospeso: "SUSPENDED",
    concluso: "COMPLETED",
  },
  commitment: {
    aperto: "OPEN",
    mantenuto: "KEPT",
    in_parte: "PARTLY",
    sciolto: "RELEASED",
    non_mantenuto: "MISSED",
  },
  audience: { iscritti: "MEMBERS", connessi: "CONNECTED", dopo_incontro: "AFTER_MEETING" },
};

/** The enum's word for the world's. */
export function word(kind, italian) {
  const english = WORDS[kind][italian];
  if (!english) throw new Error(`The demo world says «${italian}», which is no ${kind}.`);
  return english;
}
