import { emblem } from "@/lib/emblem/emblem";
import { cardOf, mosaicCard } from "@/lib/files/picture";
import { findCard } from "@/lib/project/result/queries";

const GUARDS = { "content-security-policy": "default-src 'none'; sandbox", "x-content-type-options": "nosniff" };
/** A measure may hide a result at any moment: nobody keeps its picture for long. */
const HEADERS = { ...GUARDS, "cache-control": "public, max-age=300", "content-type": "image/jpeg" };

/** The picture other sites show beside a link to a result: its first one, else its emblem's tiles. Nobody is named in it. */
export async function GET(_request: Request, { params }: RouteContext<"/api/results/[slug]">): Promise<Response> {
  const { slug } = await params;
  const card = await findCard(slug);
  if (!card) return new Response(null, { status: 404, headers: { ...GUARDS, "cache-control": "no-store" } });
  const { picture, values } = card;
  const { tiles } = emblem({ slug, values, kind: "project" });
  const colours = tiles.map(({ ground, motif }) => ({ ground: ground.fill, motif: motif.fill }));
  return new Response(picture ? await cardOf(picture) : await mosaicCard(colours), { headers: HEADERS });
}
