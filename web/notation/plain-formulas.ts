import { swapSymbols } from "./symbol-swap.js";

const belows: Record<string, string> = Object.fromEntries([
  ...[..."0123456789"].map((digit, i) => [digit, "₀₁₂₃₄₅₆₇₈₉"[i]]),
  ["+", "₊"],
  ["−", "₋"],
  ["t", "ₜ"],
  ["k", "ₖ"],
]);
const aboves: Record<string, string> = Object.fromEntries([
  ...[..."0123456789"].map((digit, i) => [digit, "⁰¹²³⁴⁵⁶⁷⁸⁹"[i]]),
  ["+", "⁺"],
  ["−", "⁻"],
  ["t", "ᵗ"],
  ["k", "ᵏ"],
]);

/** `text` in small characters where there is one for each of its own, else with a sign before it. */
function small(text: string, characters: Record<string, string>, sign: string): string {
  const found = [...text].map((one) => characters[one]);
  if (found.every((one) => one !== undefined)) return found.join("");
  return text.length > 1 ? `${sign}(${text})` : `${sign}${text}`;
}

function plain(node: Node): string {
  const [first, second, third] = node.childNodes;
  const text = (one: ChildNode | undefined) => (one ? plain(one) : "");
  switch ((node as Element).localName) {
    case "msub":
      return text(first) + small(text(second), belows, "_");
    case "msup":
      return text(first) + small(text(second), aboves, "^");
    case "msubsup":
      return text(first) + small(text(second), belows, "_") + small(text(third), aboves, "^");
    case "mover":
      return `${text(first)}${text(second) === "ˆ" ? "\u0302" : text(second)}`;
    case "msqrt":
      return `√(${[...node.childNodes].map(plain).join("")})`;
    case "mfrac":
      return `${text(first)}/(${text(second)})`;
    case "mspace":
      return " ";
    default:
      return node.childNodes.length > 0
        ? [...node.childNodes].map(plain).join("")
        : (node.textContent ?? "").replace("ϵ", "ε");
  }
}

/** HTML with formulas as plain text, in the letters chosen: "1 − β₁ᵗ". */
export function plainFormulas(html: string): string {
  const holder = document.createElement("template");
  holder.innerHTML = html;
  swapSymbols(holder.content);
  return plain(holder.content);
}
