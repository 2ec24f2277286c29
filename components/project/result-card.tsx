type ResultCardProps = {
  title: string;
  /** Names of the associations that carried it. */
  carriers: readonly string[];
  /** The emblem, as the address of a drawing. */
  mark: string;
};

const SHEET = {
  ...{ width: "100%", height: "100%", display: "flex", alignItems: "center", padding: 72, gap: 64 },
  ...{ background: "#ffffff", color: "#14201d", borderBottom: "24px solid #0e5a44" },
} as const;
const WORDS = { display: "flex", flexDirection: "column", flex: 1 } as const;
const LONG = 40;

/** A result as other sites show it beside a link, where it has no picture of its own: drawn, never sent as a page. */
export function ResultCard({ title, carriers, mark }: ResultCardProps) {
  return (
    <div style={SHEET}>
      {/* biome-ignore lint/performance/noImgElement: drawn into a picture */}
      <img alt="" width={330} height={330} src={mark} />
      <div style={WORDS}>
        <div style={{ fontSize: title.length > LONG ? 56 : 72, lineHeight: 1.15 }}>{title}</div>
        <div style={{ fontSize: 32, color: "#4a5753", marginTop: 28 }}>{carriers.join(" · ")}</div>
      </div>
    </div>
  );
}
