// Stands in place of d3-interpolate and d3-format, of which d3-scale has scales of numbers mix
// nothing but numbers, and would write their ticks, which this site does in its own words. What
// mixes colours, dates and shapes, and what writes in many styles, would be 8 kB for every reader.

/** A number between `a` and `b`: at 0 the one, at 1 the other. */
export function interpolateNumber(a: number, b: number): (t: number) => number {
  return (t) => a * (1 - t) + b * t;
}

export { interpolateNumber as interpolate };

/** The same as a whole number. */
export function interpolateRound(a: number, b: number): (t: number) => number {
  return (t) => Math.round(a * (1 - t) + b * t);
}

function absent(): never {
  throw new Error("this part of d3-scale is not in the site: see web/plots/scale-parts.ts");
}

export {
  absent as format,
  absent as formatPrefix,
  absent as formatSpecifier,
  absent as piecewise,
  absent as precisionFixed,
  absent as precisionPrefix,
  absent as precisionRound,
};
