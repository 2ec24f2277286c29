import type { ReactNode } from "react";

type PledgeProps = {
  emblem: ReactNode;
  /** The sentence as it will be kept. */
  sentence: ReactNode;
  /** One checkbox, with the full name. */
  children?: ReactNode;
};

export function Pledge({ emblem, sentence, children }: PledgeProps) {
  return (
    <div className="pledge">
      {emblem}
      <div>
        <p>{sentence}</p>
        {children}
      </div>
    </div>
  );
}
