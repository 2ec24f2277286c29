import { Link } from "@/lib/i18n/navigation";

/** The rosette of care, its last tile about to fall in place; on hover or focus it does. */
export function Brand({ name }: { name: string }) {
  return (
    <Link className="brand" href="/">
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <path className="brand-green" d="M0 0h11v11h-11zM0 13h11v11h-11zM13 13h11v11h-11z" />
        <path
          className="brand-ivory"
          d="M0 0a11 11 0 0 1 11 11a11 11 0 0 1-11-11zM11 13a11 11 0 0 1-11 11a11 11 0 0 1 11-11zM13 13a11 11 0 0 1 11 11a11 11 0 0 1-11-11z"
        />
        <g className="last">
          <path className="brand-yellow" d="M13 0h11v11h-11z" />
          <path className="brand-green" d="M24 0a11 11 0 0 1-11 11a11 11 0 0 1 11-11z" />
        </g>
      </svg>
      {name}
    </Link>
  );
}
