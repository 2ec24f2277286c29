type ProseProps = {
  /** Plain text as a person wrote it: an empty line parts paragraphs, a single one is kept. */
  text: string;
  /** Language of the text, where it is not that of the page. */
  lang?: string | undefined;
  className?: string | undefined;
};

/** What somebody wrote, in paragraphs. */
export function Prose({ text, lang, className = "text" }: ProseProps) {
  const paragraphs = text.trim().split(/\n\s*\n/);
  return (
    <div className={className} lang={lang}>
      {paragraphs.map((paragraph, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs are positions of one text
        <p key={i} className="remark">
          {paragraph}
        </p>
      ))}
    </div>
  );
}
