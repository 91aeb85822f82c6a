import { svg } from "lit";

/** How the points of one class are told from the others: colour and shape together. */
export interface ClassStyle {
  /** Class that sets the colour. */
  className: string;
  /** Property that holds it. */
  property: string;
  /** Its outline around (0, 0), for a mark `r` pixels large. */
  outline: (r: number) => string;
}

/** A star or cross with `arms`, every second corner at `inner` of the radius. */
function star(arms: number, inner: number, r: number): string {
  const corners = Array.from({ length: 2 * arms }, (_, i) => {
    const turn = (Math.PI * i) / arms - Math.PI / 2;
    const radius = r * (i % 2 === 0 ? 1.35 : inner);
    return `${(radius * Math.cos(turn)).toFixed(2)},${(radius * Math.sin(turn)).toFixed(2)}`;
  });
  return `M${corners.join("L")}z`;
}

const outlines: ClassStyle["outline"][] = [
  (r) => `M${-r},0a${r},${r} 0 1,0 ${2 * r},0a${r},${r} 0 1,0 ${-2 * r},0z`,
  (r) => `M0,${-1.25 * r}L${1.15 * r},${0.85 * r}H${-1.15 * r}z`,
  (r) => `M${-0.9 * r},${-0.9 * r}h${1.8 * r}v${1.8 * r}h${-1.8 * r}z`,
  (r) => `M0,${-1.3 * r}L${1.3 * r},0L0,${1.3 * r}L${-1.3 * r},0z`,
  (r) => star(4, 0.5, r),
  (r) => star(5, 0.55, r),
];

/** One a class, in the order of their labels. */
export const classStyles: readonly ClassStyle[] = outlines.map((outline, i) => ({
  className: `class-${i}`,
  property: `--class-${i}`,
  outline,
}));

export function classStyle(label: number): ClassStyle {
  return classStyles[label % classStyles.length] as ClassStyle;
}

/** The mark of a class at a place. */
export function classMark(label: number, x: number, y: number, r: number) {
  const { className, outline } = classStyle(label);
  return svg`<path class="mark ${className}" d=${outline(r)} transform="translate(${x.toFixed(1)},${y.toFixed(1)})"></path>`;
}
