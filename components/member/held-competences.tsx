"use client";

export type HeldRow = {
  /** «Lo insegno»: how far they hold those of the row. */
  readonly level: string;
  readonly links: readonly { readonly href: string; readonly label: string }[];
};

/** Competences by level, each a link to who else holds it: an island, like the people of a list, and for the same reason. */
export function HeldCompetences({ title, rows }: { title: string; rows: readonly HeldRow[] }) {
  return (
    <div className="skills">
      <h3 className="h-small">{title}</h3>
      <dl data-soft="">
        {rows.map(({ level, links }) => (
          <div key={level} className="skill-row">
            <dt className="meta">{level}</dt>
            <dd>
              <ul className="chips">
                {links.map(({ href, label }) => (
                  <li key={href}>
                    <a className="chip" href={href}>
                      {label}
                    </a>
                  </li>
                ))}
              </ul>
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
