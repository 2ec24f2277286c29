import { ImageResponse } from "next/og";
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
  const mark = Buffer.from(svgOf(emblem({ slug, values: [], kind: "project" }))).toString("base64");
  return new ImageResponse(
    <div style={SHEET}>
      {/* biome-ignore lint/performance/noImgElement: drawn into a picture, never sent as a page */}
      <img alt="" width={330} height={330} src={`data:image/svg+xml;base64,${mark}`} />
      <div style={WORDS}>
        <div style={{ fontSize: title.length > 40 ? 56 : 72, lineHeight: 1.15 }}>{title}</div>
        <div style={{ fontSize: 32, color: "#4a5753", marginTop: 28 }}>{carriers.join(" · ")}</div>
      </div>
    </div>,
    { ...SIZE, headers: HEADERS },
  );
}

const SHEET = {
  ...{ width: "100%", height: "100%", display: "flex", alignItems: "center", padding: 72, gap: 64 },
  ...{ background: "#ffffff", color: "#14201d", borderBottom: "24px solid #0e5a44" },
} as const;
const WORDS = { display: "flex", flexDirection: "column", flex: 1 } as const;
