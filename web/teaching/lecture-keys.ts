export type Move = "next" | "back" | "first" | "last" | "help" | "end";

const moves: Record<string, Move> = {
  " ": "next",
  ArrowRight: "next",
  PageDown: "next",
  n: "next",
  ArrowLeft: "back",
  PageUp: "back",
  p: "back",
  Home: "first",
  End: "last",
  "?": "help",
  Escape: "end",
};

const typing =
  "input:not([type=range], [type=radio], [type=checkbox]), textarea, select, [contenteditable]";
const pressable = "button, a[href], summary, input, label";
/** What moves with arrows, Home, End and Page keys: sliders, charts, choices, what scrolls. */
const movable = "input, [role=slider], [tabindex='0']";

/** Whether the focused control has a use of its own for the key. */
function isTaken(target: Element, key: string): boolean {
  if (key === "Escape") return false;
  if (target.closest(typing)) return true;
  if (key === " ") return target.closest(pressable) !== null;
  return key.length > 1 && target.closest(movable) !== null;
}

function moveOf({ key, shiftKey, ctrlKey, altKey, metaKey }: KeyboardEvent): Move | undefined {
  if (ctrlKey || altKey || metaKey) return undefined;
  const move = moves[key.length === 1 ? key.toLowerCase() : key];
  if (!shiftKey) return move;
  return key === " " ? "back" : move === "help" ? move : undefined;
}

/**
 * Calls `act` for the keys of a lecture, but for those that a focused control uses itself. A
 * presenter's clicker sends Page keys: those go to a control only if the keyboard led to it,
 * not if a mouse left the focus there. Returns what ends it.
 */
export function listenForMoves(act: (move: Move) => void): () => void {
  // asked when the focus comes: with the next key every focus counts as one of the keyboard
  let byMouse: Element | undefined;
  const note = ({ target }: Event) => {
    byMouse = (target as Element).matches(":focus-visible") ? undefined : (target as Element);
  };
  const take = (event: KeyboardEvent, move: Move) => {
    event.preventDefault();
    event.stopPropagation();
    act(move);
  };
  const early = (event: KeyboardEvent) => {
    const target = event.target as Element;
    const move = moveOf(event);
    if (!move || !event.key.startsWith("Page")) return;
    if (target === byMouse && !target.closest(typing)) take(event, move);
  };
  const late = (event: KeyboardEvent) => {
    // a menu that is open is closed first
    if (document.querySelector("[popover]:popover-open")) return;
    const move = moveOf(event);
    if (!move || event.defaultPrevented || isTaken(event.target as Element, event.key)) return;
    take(event, move);
  };
  document.addEventListener("focusin", note);
  document.addEventListener("keydown", early, { capture: true });
  document.addEventListener("keydown", late);
  return () => {
    document.removeEventListener("focusin", note);
    document.removeEventListener("keydown", early, { capture: true });
    document.removeEventListener("keydown", late);
  };
}
