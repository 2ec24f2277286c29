type Fault = {
  readonly meta?: { readonly driverAdapterError?: { readonly cause?: { readonly originalMessage?: string } } };
};

/** The code of the rule by which the database refused something; «ok» when it did not. Anything else it says is thrown. */
export async function guardOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return "ok";
  } catch (error) {
    const said = (error as Fault).meta?.driverAdapterError?.cause?.originalMessage ?? "";
    const [, code] = /^([A-Z]+\d+):/.exec(said) ?? [];
    if (code) return code;
    throw error;
  }
}
