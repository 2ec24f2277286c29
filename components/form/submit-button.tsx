"use client";

import type { ReactNode } from "react";
import { useFormStatus } from "react-dom";
import { type ButtonLook, buttonClass } from "@/components/ui/button-look";

type SubmitButtonProps = ButtonLook & {
  children: ReactNode;
  /** Which of several acts of one form this is. */
  name?: string | undefined;
  value?: string | undefined;
};

/** Keeps its words and its width while the answer travels; a second press meanwhile does nothing. */
export function SubmitButton({ children, look = "primary", size, isWide, name, value }: SubmitButtonProps) {
  const { pending } = useFormStatus();
  return (
    <button
      type="submit"
      className={buttonClass({ look, size, isWide })}
      name={name}
      value={value}
      aria-busy={pending || undefined}
      onClick={pending ? (event) => event.preventDefault() : undefined}
    >
      {children}
    </button>
  );
}
