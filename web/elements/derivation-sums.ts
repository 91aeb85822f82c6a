const mathNamespace = "http://www.w3.org/1998/Math/MathML";

/** More terms than this would not fit into a line. */
const mostTerms = 5;

function operator(text: string): Element {
  const made = document.createElementNS(mathNamespace, "mo");
  made.textContent = text;
  return made;
}

/** Whether a sum ends before this element. */
function endsSum(element: Element): boolean {
  if (element.localName !== "mo") return false;
  return /^[+−-]$/.test(element.textContent ?? "") || element.getAttribute("form") === "postfix";
}

/** How a sum that is written out joins what stands before it: with brackets, perhaps times. */
function joined(before: Element | null): "" | "bracket" | "times" {
  if (!before || /^[=+(]$/.test(before.textContent ?? "")) return "";
  return before.localName === "mo" ? "bracket" : "times";
}

/** The elements behind `first` that a sum takes in. */
function bodyOfSum(first: Element): Element[] {
  const body: Element[] = [];
  for (let next = first.nextElementSibling; next && !endsSum(next); ) {
    body.push(next);
    next = next.nextElementSibling;
  }
  return body;
}

/** `body` once for each of `count` classes, its running index made that class's. */
function terms(body: Element[], index: string, count: number, between: string): Element[] {
  return Array.from({ length: count }, (_, k) => {
    const term = body.map((element) => element.cloneNode(true) as Element);
    for (const element of term) {
      const symbols = [element, ...element.querySelectorAll("[data-symbol]")];
      for (const symbol of symbols) {
        if (symbol.getAttribute("data-at") === index)
          symbol.setAttribute("data-at", `${index}:${k}`);
      }
    }
    return k === 0 ? term : [operator(between), ...term];
  }).flat();
}

/**
 * Writes every sum and maximum over a running class in `line` out, so that each term can show its
 * own number: ∑ⱼ eⱼ becomes e₀ + e₁ + e₂.
 */
export function writeOutSums(line: Element, count: number): void {
  if (count > mostTerms) return;
  for (const sign of line.querySelectorAll("munder, msub")) {
    const [head, under] = sign.children;
    const index = under?.textContent ?? "";
    if (!/^[jk]$/.test(index)) continue;
    if (head?.textContent === "∑") {
      const first = sign.parentElement?.children.length === 1 ? sign.parentElement : sign;
      const body = bodyOfSum(first);
      const written = document.createElementNS(mathNamespace, "mrow");
      written.append(...terms(body, index, count, "+"));
      const join = joined(first.previousElementSibling);
      if (join) {
        written.prepend(operator("("));
        written.append(operator(")"));
      }
      if (join === "times") written.prepend(operator("·"));
      for (const element of body) element.remove();
      first.replaceWith(written);
    } else if (head?.textContent === "max") {
      const group = sign.nextElementSibling?.nextElementSibling; // behind the invisible "apply"
      if (!group) continue;
      const inner = [...group.children].slice(1, -1);
      const written = terms(inner, index, count, ",");
      for (const element of inner) element.remove();
      group.firstElementChild?.after(...written);
      sign.replaceWith(head);
    }
  }
}
