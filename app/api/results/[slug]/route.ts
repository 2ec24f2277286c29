import { ImageResponse } from "next/og";
import { ResultCard } from "@/components/project/result-card";
import { emblem } from "@/lib/emblem/emblem";
import { svgOf } from "@/lib/emblem/svg";
import { cardOf } from "@/lib/files/picture";
import { findCard } from "@/lib/project/result/queries";

const SIZE = { width: 1200, height: 630 } as const;
const GUARDS = { "content-security-policy": "default-src 'none'; sandbox", "x-content-type-options": "nosniff" };
/** A measure may hide a result at any moment: nobody keeps its picture for long. */
const HEADERS = { ...GUARDS, "cache-control": "public, max-age=300" };

/** The picture other sites show beside a link to a result: its first one, else its name beside its emblem. Nobody is named in it. */
export async function GET(_request: Request, { params }: RouteContext<"/api/results/[slug]">): Promise<Response> {
  const { slug } = await params;
  const card = await findCard(slug);
  if (!card) return new Response(null, { status: 404, headers: { ...GUARDS, "cache-control": "no-store" } });
  const { title, carriers, picture } = card;
  if (picture) return new Response(await cardOf(picture), { headers: { ...HEADERS, "content-type": "image/jpeg" } });
  const drawing = svgOf(emblem({ slug, values: [], kind: "project" }));
  const mark = `data:image/svg+xml;base64,${Buffer.from(drawing).toString("base64")}`;
  return new ImageResponse(ResultCard({ title, carriers, mark }), { ...SIZE, headers: HEADERS });
}
