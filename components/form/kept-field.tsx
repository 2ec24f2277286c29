"use client";

import { use, useState } from "react";
import { FormContext, startOf, useField } from "./context";

type KeptFieldProps = {
  name: string;
  value: string;
  /** A refusal that tells a newer value, and the name under which it tells it: from then on that one is sent. */
  toldBy?: { readonly code: string; readonly param: string };
};

/**
 * What a form says and nobody types: as it was when one began to write, whatever the page shows meanwhile; or from whatever
 * filled the form, where something did.
 */
export function KeptField({ name, value, toldBy }: KeptFieldProps) {
  const [first] = useState(value);
  const { state } = use(FormContext);
  const field = useField(name);
  const told = toldBy && state.refusals.find(({ code }) => code === toldBy.code)?.params?.[toldBy.param];
  return <input type="hidden" name={name} value={told ?? startOf(field, first)} readOnly />;
}
