import { cache } from "react";
import { getViewer } from "@/lib/auth/session";
import { documentsInForce } from "@/lib/i18n/documents";
import { findFrame } from "@/lib/notification/queries";

/** What the frame shows of whoever is signed in, and the home page in full: asked once a request. */
export const getFrame = cache(async () => {
  const viewer = await getViewer();
  return viewer && findFrame(viewer, documentsInForce());
});
