type Say = (key: string, values?: Readonly<Record<string, unknown>>) => string;

/**
 * A translator that makes each sentence once: for a list, whose entries say the same again and again. Called alone: without the rich
 * text, the markup and the raw messages of the one it is made of.
 */
export function sayingOnce<T extends (...asked: never) => unknown>(t: T): T {
  const say = t as unknown as Say;
  const said = new Map<string, string>();
  const once: Say = (key, values) => {
    const name = values ? key + JSON.stringify(values) : key;
    const known = said.get(name);
    if (known !== undefined) return known;
    const sentence = say(key, values);
    said.set(name, sentence);
    return sentence;
  };
  return once as unknown as T;
}
