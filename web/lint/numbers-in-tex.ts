import type { NumberFound } from "./numbers-in-text.js";

/** A number in a formula; `result` where it is all that stands after an equals sign. */
export interface TexNumber extends NumberFound {
  result: boolean;
}

/** The places of every \plain{…}, braces included. */
export function plainGroups(tex: string): { from: number; to: number; content: string }[] {
  return [...tex.matchAll(/\\plain\s*\{/g)].map(({ 0: start, index }) => {
    const inside = index + start.length;
    let to = inside;
    for (let depth = 1; to < tex.length && depth > 0; to += 1) {
      if (tex[to] === "{") depth += 1;
      if (tex[to] === "}") depth -= 1;
    }
    return { from: index, to, content: tex.slice(inside, to - 1) };
  });
}

/** Digits of TeX that are no numbers of the formula: lengths, columns, indices, \frac12. */
const noNumbers = [
  /\\(?:hspace|vspace|phantom|class|id|data|begin|end)\s*\{[^{}]*\}/g,
  /\\(?:kern|hskip|mkern|mskip)\s*-?[\d.]+\s*\w\w/g,
  /\\\\\s*\[[^\]]*\]/g,
  /_\s*(?:\d|\{\s*\d+\s*\})/g,
  /\\[dt]?(?:frac|binom)\s*\d\s*\d/g,
];

/** Digits with what may stand between those of one number, and a power. */
const digits =
  /\.?\d+(?:(?:\{[,.]\}|\\[,:; ]|,(?=\d{3}(?!\d))|\.)\d+)*(?:e[+-]?\d+)?(?:\s*\^\s*(?:\d|\{[^{}]*\}))?/gi;

/** More than one digit, in the number or in its power, or a decimal point. */
function isLong(found: string): boolean {
  return /\d\d|\.\d|\d(?:\{[,.]\}|\\[,:; ]|e[+-]?)\d/i.test(found);
}

/** = 7 at the end of a formula or before a comma; 0 and 1 are said of sums and starts. */
const result = /(?:=|\\(?:approx|simeq|doteq|to))\s*(-?[2-9])\s*(?=$|[,;]|\.$|\\text|\\q?quad)/g;

/** A formula of numbers alone: 5, 0/0, -3. */
const bare = /^[^a-z\\]*\d[^a-z\\]*$/i;

/** Numbers of a formula that need a mark or the core; single digits that are part of it do not. */
export function numbersInTex(tex: string): TexNumber[] {
  // what is known by name or by its mark is as good as a letter
  const known = plainGroups(tex)
    .reduce(
      (rest, { from, to }) => rest.slice(0, from) + "x".repeat(to - from) + rest.slice(to),
      tex,
    )
    .replace(/\[\[\w+\]\]/g, (name) => "x".repeat(name.length));
  const rest = noNumbers.reduce(
    (left, pattern) => left.replace(pattern, (found) => " ".repeat(found.length)),
    known,
  );
  const whole = bare.exec(rest);
  if (whole) {
    const text = whole[0].trim();
    const from = rest.indexOf(text);
    return [{ text, from, to: from + text.length, result: false }];
  }
  const longs = [...rest.matchAll(digits)]
    .filter(([found]) => isLong(found))
    .map(({ 0: text, index }) => ({ text, from: index, to: index + text.length, result: false }));
  const results = [...rest.matchAll(result)].map(({ 0: all, 1: text = "", index }) => {
    const from = index + all.lastIndexOf(text);
    return { text, from, to: from + text.length, result: true };
  });
  return [...longs, ...results].sort((a, b) => a.from - b.from);
}
