import { qrCodeOf } from "@/lib/core/qr";

const QUIET = 4;

/** A text as a code to scan: dark on white in either theme, for that is what readers expect. */
export function Qr({ text, title }: { text: string; title: string }) {
  const code = qrCodeOf(text);
  const side = code.length + 2 * QUIET;
  const dark = code.flatMap((row, y) =>
    row.flatMap((isDark, x) => (isDark ? [`M${x + QUIET} ${y + QUIET}h1v1h-1z`] : [])),
  );
  return (
    <svg className="qr" viewBox={`0 0 ${side} ${side}`} role="img" aria-label={title} shapeRendering="crispEdges">
      <rect width={side} height={side} fill="#fff" />
      <path d={dark.join("")} fill="#000" />
    </svg>
  );
}
