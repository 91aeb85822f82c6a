/** A number as it stands in a text. */
export interface NumberFound {
  text: string;
  /** Where it begins and ends. */
  from: number;
  to: number;
}

/** Stands in a text for a formula or a computed number. */
export const standIn = "\ufffc";

/** Digits of any kind, with what may stand between those of one number, power, share or range. */
const number =
  /\p{N}(?:[.,'’/⁄^⁺⁻−–:\u00a0\u2009\u202f-]{0,2}\p{N}|\s?[×·]\s?\p{N}|e[+−-]?\p{Nd})*/giu;

/** Names with a digit in them that are no numbers; a digit after a letter is one anyway: CS182. */
const names = [
  /(?<!\p{L})lectures?\s+\d+(?:(?:,| and|, and|–| to)\s*\d+)*(?![.,]?\d)/giu,
  /(?<!\p{L})lesson\s+\d\.\d(?!\d)/giu,
  /(?<![\p{L}\p{N}.,])[1-9](?=-D(?!\p{L}))/gu,
  /(?<!\p{L})C\+\+\d\d(?!\d)/gu,
  // ResNet-50
  /(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{N}]*-\d+(?![.,]?\d)/gu,
];

const symbolEnd = /[\p{L})\]\ufffc]$/u;

/** Whether the digits belong to a symbol: x₁, β², a⁻¹, L2. */
function belongsToSymbol(digits: string, before: string): boolean {
  if (/^\p{Nd}{1,4}$/u.test(digits) && /\p{L}$/u.test(before)) return true;
  if (!symbolEnd.test(before.replace(/[⁺⁻]$/u, ""))) return false;
  return /^[₀-₉]*(?:[⁺⁻]?[⁰¹²³⁴-⁹])?$/u.test(digits);
}

/** The numbers in a text; digits of names and symbols are none. */
export function numbersInText(text: string): NumberFound[] {
  const blank = (name: string) => name.replace(/\d/g, standIn);
  const nameless = names.reduce((rest, name) => rest.replace(name, blank), text);
  return [...nameless.matchAll(number)]
    .map(({ 0: found, index }) => ({ text: found, from: index, to: index + found.length }))
    .filter(({ text: digits, from }) => !belongsToSymbol(digits, nameless.slice(0, from)));
}
