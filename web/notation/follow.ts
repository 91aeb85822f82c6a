// Loaded with the first table: keeps the formulas of the page in the notation that is chosen,
// whoever draws them.
import { notation } from "../state/notation.js";
import { plainFormulas } from "./plain-formulas.js";
import { swapSymbols } from "./symbol-swap.js";

/** What elements draw later is swapped before it is painted: observers are heard before that. */
const observer = new MutationObserver((records) => {
  for (const { addedNodes } of records) {
    for (const node of addedNodes) {
      if (node instanceof Element && node.isConnected) swapSymbols(node);
    }
  }
});

notation.inPlainText = plainFormulas;
notation.subscribe(() => {
  observer.disconnect();
  swapSymbols(document);
  if (notation.name !== "own") observer.observe(document.body, { childList: true, subtree: true });
});
