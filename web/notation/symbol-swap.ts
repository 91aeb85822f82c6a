import { notation } from "../state/notation.js";
import { inBrackets } from "./symbol-brackets.js";

/** Symbols in formulas, but for those a number stands in for, and what is to stay as it is. */
const symbols = "math [data-symbol]:not([data-number]):not([data-as-is] *)";

/** Elements of tables, parsed once. */
const parsed = new Map<string, Element>();

function element(mathml: string): Element {
  let made = parsed.get(mathml);
  if (!made) {
    const holder = document.createElement("template");
    holder.innerHTML = `<math>${mathml}</math>`;
    made = holder.content.firstElementChild?.firstElementChild as Element;
    parsed.set(mathml, made);
  }
  return made.cloneNode(true) as Element;
}

/** The symbol of `old` in the letters chosen; undefined where their table does not have it. */
function letterOf(old: Element): Element | undefined {
  const symbol = old.getAttribute("data-symbol") ?? "";
  const at = old.getAttribute("data-at") ?? "";
  const method = old.closest("[data-method]")?.getAttribute("data-method");
  const { table, name } = notation;
  const forms = table?.symbols[`${symbol}@${method}`] ?? table?.symbols[symbol];
  const mathml = forms?.[at];
  if (mathml === undefined) return undefined;
  return name === "own" ? element(mathml) : inBrackets(old, element(mathml));
}

/** Writes every symbol in `root` in the letters chosen. What they belong to stays as it was. */
export function swapSymbols(root: ParentNode): void {
  if (root instanceof Element && root.matches(symbols)) swap(root);
  else for (const old of root.querySelectorAll(symbols)) swap(old);
}

/** Writes one symbol in the letters chosen. */
function swap(old: Element): void {
  const { name } = notation;
  if ((old.getAttribute("data-in") ?? "own") === name) return;
  const made = letterOf(old);
  if (!made) return;
  for (const attribute of ["data-symbol", "data-at", "data-role"]) {
    const kept = old.getAttribute(attribute);
    if (kept !== null) made.setAttribute(attribute, kept);
  }
  if (name !== "own") made.setAttribute("data-in", name);
  if (old.classList.contains("lit")) made.classList.add("lit");
  old.replaceWith(made);
}
