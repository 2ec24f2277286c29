/** Hue, saturation, lightness of the stones and glass pastes of Italian floors; app/styles/tokens.css has the same ten. */
export const STONES = {
  porfido: [347, 46, 30],
  cotto: [14, 60, 43],
  giallo: [40, 74, 55],
  cipollino: [96, 22, 60],
  serpentino: [160, 50, 24],
  acqua: [194, 38, 57],
  lapis: [222, 54, 37],
  rosa: [10, 52, 78],
  nero: [170, 13, 19],
  avorio: [42, 32, 92],
} as const;

export type Stone = keyof typeof STONES;

export const lightnessOf = (stone: Stone): number => STONES[stone][2];

const mixed = new Map<string, string>();

/** The stone as `#rrggbb`, lighter or darker by `shade` points of lightness. Shades are few, so each is mixed once. */
export function colourOf(stone: Stone, shade = 0): string {
  const key = `${stone}${shade}`;
  const known = mixed.get(key);
  if (known !== undefined) return known;
  const colour = colourAt(stone, shade);
  mixed.set(key, colour);
  return colour;
}

function colourAt(stone: Stone, shade: number): string {
  const [hue, saturation, lightness] = STONES[stone];
  const light = (lightness + shade) / 100;
  const reach = (saturation / 100) * Math.min(light, 1 - light);
  const channel = (offset: number) => {
    const turn = (offset + hue / 30) % 12;
    const level = light - reach * Math.max(-1, Math.min(turn - 3, 9 - turn, 1));
    return Math.round(255 * level)
      .toString(16)
      .padStart(2, "0");
  };
  return `#${channel(0)}${channel(8)}${channel(4)}`;
}
