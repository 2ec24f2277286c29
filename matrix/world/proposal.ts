import { addDays, dayOf } from "@/lib/core/duration";
import type { Fields } from "../subject";

const due = dayOf(addDays(new Date(), 120));

/** An idea, as the form sends it. */
export const ideaFields = (change: Fields): Fields => ({
  ...{
    title: "Il lavatoio, di nuovo",
    association: "",
    kind: "THEMATIC",
    forWhom: "Chi abita qui",
    contentLocale: "it",
  },
  ...{ purpose: "Riaprirlo due giorni a settimana.", whyTogether: "Da soli non si apre neanche il cancello." },
  ...change,
});

/** A project brought forward, as the form sends it. */
export const proposalFields = (change: Fields): Fields => ({
  ...{ title: "Il lavatoio del borgo", association: "", kind: "THEMATIC", forWhom: "", description: "", place: "" },
  ...{ purpose: "Riaprirlo due giorni a settimana entro l’estate.", contentLocale: "it" },
  ...{ "needs.0.title": "Verifica strutturale", "needs.0.kind": "ROLE", "needs.0.seats": "1", "needs.0.due": due },
  ...{ "deliverables.0.title": "Un luogo coperto", "deliverables.0.due": due },
  ...change,
});
