/** Pointing at a symbol lights up its counterparts everywhere on the page. */

let lit: string | undefined;

function light(symbol: string | undefined): void {
  if (symbol === lit) return;
  lit = symbol;
  for (const element of document.querySelectorAll("[data-symbol].lit")) {
    element.classList.remove("lit");
  }
  if (symbol === undefined) return;
  for (const element of document.querySelectorAll(`[data-symbol="${CSS.escape(symbol)}"]`)) {
    element.classList.add("lit");
  }
}

function symbolUnder(event: Event): string | undefined {
  return (
    (event.target as Element).closest("[data-symbol]")?.getAttribute("data-symbol") ?? undefined
  );
}

export function lightSymbols(): void {
  document.addEventListener("pointerover", (event) => light(symbolUnder(event)));
  // a tap lights a symbol up, and a tap elsewhere puts it out
  document.addEventListener("pointerdown", (event) => light(symbolUnder(event)));
}
