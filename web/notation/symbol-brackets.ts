const mathNamespace = "http://www.w3.org/1998/Math/MathML";

const isOperator = (element: Element | null, texts: string) =>
  element?.localName === "mo" && texts.includes(element.textContent || " ");

/** A sum such as t+1. */
function isSum(made: Element): boolean {
  return made.localName === "mrow" && [...made.children].some((one) => isOperator(one, "+"));
}

/** Whether a 2 above would be read as one more index, or as belonging to the last letter alone. */
function isLong(made: Element): boolean {
  if (made.localName === "mrow") return !isOperator(made.firstElementChild, "‖|[(");
  return made.localName === "msup" || made.localName === "msubsup";
}

/** Whether what comes in place of `old` needs brackets there that `old`, a single letter, did not. */
function needsBrackets(old: Element, made: Element): boolean {
  const { parentElement: place, previousElementSibling: before, nextElementSibling: after } = old;
  if (place?.localName === "msup" || place?.localName === "msubsup") {
    return !before && isLong(made);
  }
  if (place?.localName !== "mrow" || !isSum(made)) return false;
  const begins = before === null || isOperator(before, "=<>≤≥,(|‖[+");
  const ends = after === null || isOperator(after, "=<>≤≥,)|‖]+−");
  return !begins || !ends;
}

function bracket(text: "(" | ")"): Element {
  const made = document.createElementNS(mathNamespace, "mo");
  made.setAttribute("form", text === "(" ? "prefix" : "postfix");
  made.setAttribute("stretchy", "false");
  made.textContent = text;
  return made;
}

/** `made`, in brackets where it could be misread in the place of `old`. */
export function inBrackets(old: Element, made: Element): Element {
  if (!needsBrackets(old, made)) return made;
  const row = document.createElementNS(mathNamespace, "mrow");
  row.append(bracket("("), made, bracket(")"));
  return row;
}
