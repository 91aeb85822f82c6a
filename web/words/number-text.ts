const superscripts: Record<string, string> = {
  "-": "⁻",
  "0": "⁰",
  "1": "¹",
  "2": "²",
  "3": "³",
  "4": "⁴",
  "5": "⁵",
  "6": "⁶",
  "7": "⁷",
  "8": "⁸",
  "9": "⁹",
};

/** A power of ten as a reader writes it: 10⁻⁸. */
function powerOfTen(exponent: number): string {
  return `10${[...String(exponent)].map((c) => superscripts[c] ?? c).join("")}`;
}

/**
 * `value` with `digits` significant digits, as printed: a true minus sign, no trailing zeros,
 * powers of ten outside 10⁻⁴…10⁶.
 */
export function numberText(value: number, digits = 3): string {
  if (Number.isNaN(value)) return "–";
  if (!Number.isFinite(value)) return value > 0 ? "∞" : "−∞";
  if (value === 0) return "0";
  const exponent = Math.floor(Math.log10(Math.abs(Number(value.toPrecision(digits)))));
  const plain = exponent >= -4 && exponent < 6;
  const mantissa = plain ? value : value / 10 ** exponent;
  // far below digits: 1234567 with three digits is still written whole
  const text = String(
    Number(mantissa.toPrecision(plain ? Math.max(digits, exponent + 1) : digits)),
  );
  const signed = text.replace("-", "−");
  if (plain) return signed;
  const power = powerOfTen(exponent);
  return signed === "1" ? power : signed === "−1" ? `−${power}` : `${signed}×${power}`;
}

/** `value` with a fixed count of significant digits, trailing zeros kept, for aligned columns. */
export function alignedNumberText(value: number, digits = 4): string {
  if (!Number.isFinite(value) || value === 0) return numberText(value, digits);
  const exponent = Math.floor(Math.log10(Math.abs(Number(value.toPrecision(digits)))));
  if (exponent < -4 || exponent >= 6) return numberText(value, digits);
  return value.toPrecision(Math.max(digits, exponent + 1)).replace("-", "−");
}
