"use client";

import type { ReactNode } from "react";
import type { ButtonLook } from "@/components/ui/button-look";
import type { FormAction } from "@/lib/form/form-state";
import { Form } from "./form";
import { SubmitButton } from "./submit-button";

type ButtonFormProps = ButtonLook & {
  action: FormAction;
  formKey: string;
  hidden: Readonly<Record<string, string>>;
  children: ReactNode;
};

/** An act that asks nothing more than to be done: accept, withdraw, «Non ora». */
export function ButtonForm({ action, formKey, hidden, children, look = "neutral", ...size }: ButtonFormProps) {
  return (
    <Form action={action} formKey={formKey} hidden={hidden} className="button-form">
      <SubmitButton look={look} {...size}>
        {children}
      </SubmitButton>
    </Form>
  );
}
