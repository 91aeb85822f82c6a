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

function withMinus(value: number): string {
  return String(value).replace("-", "−");
}

/**
 * `value` with `digits` significant digits, as printed: a true minus sign, no trailing zeros,
 * powers of ten outside 10⁻⁴…10⁶.
 */
export function numberText(value: number, digits = 3): string {
  if (Number.isNaN(value)) return "–";
  if (!Number.isFinite(value)) return value > 0 ? "∞" : "−∞";
  if (value === 0) return "0";
  const [mantissa = "", power = ""] = value.toExponential(digits - 1).split("e");
  const exponent = Number(power);
  if (exponent >= -4 && exponent < 6) {
    // 123456 with three digits is still written whole
    return withMinus(Number(value.toPrecision(Math.max(digits, exponent + 1))));
  }
  const factor = withMinus(Number(mantissa));
  if (factor === "1") return powerOfTen(exponent);
  return factor === "−1" ? `−${powerOfTen(exponent)}` : `${factor}×${powerOfTen(exponent)}`;
}

/** Numbers side by side, with commas between. */
export function rowText(values: Iterable<number>, digits = 3): string {
  return Array.from(values, (value) => numberText(value, digits)).join(", ");
}
