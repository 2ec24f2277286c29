export const factor = (value) => value.toFixed(2);
export const milliseconds = (value) => `${value < 10 ? value.toFixed(2) : Math.round(value)} ms`;
export const bytes = (value) => (value < 10_000 ? `${Math.round(value)} B` : `${(value / 1000).toFixed(0)} kB`);

/** A ratio over rounds: median, and the spread it must hold over. */
export const figure = ({ median, low, high }) => `${factor(median)} [${factor(low)}–${factor(high)}]`;
