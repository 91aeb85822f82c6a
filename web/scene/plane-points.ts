/** A labelled point of the plane; `label` counts the classes from 0. */
export interface PlanePoint {
  readonly x: number;
  readonly y: number;
  readonly label: number;
}

/** Where points are shown: two intervals. */
export interface PlaneWindow {
  readonly x: readonly [number, number];
  readonly y: readonly [number, number];
}

/** The window of points that fit into it. */
const usual = 5;
/** In an address a coordinate has two digits of this many values each. */
const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const steps = digits.length ** 2 - 1;

function extent(values: readonly number[]): [number, number] {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return low <= high ? [low, high] : [0, 0];
}

/** `middle` ± half of `span`. */
function around([low, high]: [number, number], span: number): [number, number] {
  const middle = low + (high - low) / 2;
  return [middle - span / 2, middle + span / 2];
}

/**
 * A window that shows all of `points`: the usual one where they fit into it, else one with room
 * around them. One unit is as long in x as in y, unless one would then be squeezed to a line.
 */
export function windowOf(points: readonly PlanePoint[]): PlaneWindow {
  const [x, y] = [extent(points.map((one) => one.x)), extent(points.map((one) => one.y))];
  const inside = [...x, ...y].every((value) => Math.abs(value) <= usual);
  const spans = [x[1] - x[0], y[1] - y[0]] as const;
  const widest = Math.max(...spans);
  // points of a far smaller scale would be one blot in the usual window
  if (inside && (widest === 0 || widest >= usual / 10)) {
    return { x: [-usual, usual], y: [-usual, usual] };
  }
  const room = (span: number) => (span > 0 ? span : Math.max(widest, 1)) * 1.2;
  const alike = Math.min(...spans) >= widest / 4;
  return {
    x: around(x, room(alike ? widest : spans[0])),
    y: around(y, room(alike ? widest : spans[1])),
  };
}

/** The finest power of ten of which an address can count the whole of `span`. */
function unitFor(span: number): number {
  return 10 ** Math.ceil(Math.log10(span / steps));
}

/** What coordinates are rounded to: some thousandths of the window, so that an address has them. */
export function unitOf({ x, y }: PlaneWindow): number {
  return unitFor(Math.max(x[1] - x[0], y[1] - y[0]));
}

/** `value` as a whole multiple of `unit`, without the dust of a division. */
export function roundedTo(unit: number, value: number): number {
  const places = Math.max(0, Math.round(-Math.log10(unit)));
  const rounded = Math.round(value / unit) * unit;
  return Number(places > 0 ? rounded.toFixed(Math.min(100, places)) : rounded.toPrecision(15)) + 0;
}

/** The points as the core reads them. */
export function pointsText(points: readonly PlanePoint[]): string {
  return points.map(({ x, y, label }) => `${x},${y},${label}`).join(";");
}

/** The points as a CSV file, with the names of their classes. */
export function pointsCsv(points: readonly PlanePoint[], names: readonly string[]): string {
  const cell = (name: string) =>
    /^[\w.-][\w .-]*$/.test(name) ? name : `"${name.replaceAll('"', '""')}"`;
  const rows = points.map(({ x, y, label }) => `${x},${y},${cell(names[label] ?? String(label))}`);
  return `${["x,y,class", ...rows].join("\n")}\n`;
}

function written(multiple: number): string {
  const high = Math.floor(multiple / digits.length);
  return `${digits[high] ?? ""}${digits[multiple % digits.length] ?? ""}`;
}

function read(text: string): number {
  const [high, low] = [digits.indexOf(text[0] ?? ""), digits.indexOf(text[1] ?? "")];
  return high < 0 || low < 0 || text.length !== 2 ? Number.NaN : high * digits.length + low;
}

/**
 * The points for an address, class after class, four letters each:
 * `unit,x0,y0*class 0*class 1*…`. A coordinate is x0 plus a multiple of the unit.
 */
export function pointsToAddress(points: readonly PlanePoint[], classes: number): string {
  const [x, y] = [extent(points.map((one) => one.x)), extent(points.map((one) => one.y))];
  const span = Math.max(x[1] - x[0], y[1] - y[0]);
  const unit = span > 0 ? unitFor(span) : unitOf(windowOf(points));
  const [x0, y0] = [Math.round(x[0] / unit), Math.round(y[0] / unit)];
  const groups = Array.from({ length: classes }, () => "");
  for (const { x, y, label } of points) {
    groups[label] += written(Math.round(x / unit) - x0) + written(Math.round(y / unit) - y0);
  }
  return [`${unit},${x0},${y0}`, ...groups].join("*");
}

/** The points in such a text; undefined where it is none. */
export function pointsFromAddress(
  text: string,
): { points: PlanePoint[]; classes: number } | undefined {
  const [head = "", ...groups] = text.split("*");
  const [unit = 0, x0 = Number.NaN, y0 = Number.NaN] = head.split(",").map(Number);
  if (!(unit > 0) || !Number.isInteger(x0) || !Number.isInteger(y0)) return undefined;
  const points = groups.flatMap((group, label) =>
    (group.match(/.{1,4}/g) ?? []).map((four) => ({
      x: roundedTo(unit, (x0 + read(four.slice(0, 2))) * unit),
      y: roundedTo(unit, (y0 + read(four.slice(2))) * unit),
      label,
    })),
  );
  const sound = points.every(({ x, y }) => Math.abs(x) <= 1e100 && Math.abs(y) <= 1e100);
  return sound ? { points, classes: groups.length } : undefined;
}

/** How many points lie exactly where one of another class lies. */
export function contradictions(points: readonly PlanePoint[]): number {
  const labelsAt = new Map<string, Set<number>>();
  for (const { x, y, label } of points) {
    const place = `${x},${y}`;
    labelsAt.set(place, (labelsAt.get(place) ?? new Set()).add(label));
  }
  return points.filter(({ x, y }) => (labelsAt.get(`${x},${y}`)?.size ?? 0) > 1).length;
}

/**
 * Which of `points` the core has set aside, given those in its order: a walk along both lists, as
 * the order of the rest is kept.
 */
export function setAside(points: readonly PlanePoint[], part: readonly PlanePoint[]): boolean[] {
  let next = 0;
  return points.map(({ x, y, label }) => {
    const candidate = part[next];
    const found = candidate?.x === x && candidate.y === y && candidate.label === label;
    if (found) next += 1;
    return found;
  });
}
