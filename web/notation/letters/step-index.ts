import type { Convention } from "./convention.js";

/** "t+1" for ("t", 1), "t" for ("t", 0), "t-2" for ("t", −2). */
function plus(letter: string, count: number): string {
  if (count === 0) return letter;
  return count > 0 ? `${letter}+${count}` : `${letter}${count}`;
}

/**
 * An index of the site's own notation ("t", "t-1", "3", "i") as a convention writes it for a
 * symbol whose index is shifted by `shift`. Numbers stay: what step 1 brings forth has 1 in every
 * lecture. What counts nothing, such as the star of θ*, stays too.
 */
export function stepIndex(at: string, { counter, ahead }: Convention, shift: number): string {
  const [, sign, count] = /^t(?:([+-])(\d+))?$/.exec(at) ?? [];
  if (/^t\b/.test(at) && (at === "t" || count !== undefined)) {
    return plus(counter, (sign === "-" ? -1 : 1) * Number(count ?? 0) + ahead + shift);
  }
  if (/^\d+$/.test(at)) return String(Number(at) + shift);
  return /^[A-Za-z]$/.test(at) ? plus(at, shift) : at;
}
