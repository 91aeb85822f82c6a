import { html, nothing, svg } from "lit";
import type { Access } from "../state/access-rules.js";
import { controlAccess } from "../state/control-access.js";
import { words } from "../words/en.js";

/** A control as far as the teacher lets the reader have it: usable, disabled, or not there. */
export function guarded(key: string | string[], view: () => unknown) {
  switch (controlAccess.of(...[key].flat())) {
    case "hidden":
      return nothing;
    case "locked":
      return html`<fieldset class="locked" disabled title=${words.teacher.locked}><legend class="visually-hidden">${words.teacher.locked}</legend>${view()}</fieldset>`;
    case "visible":
      return view();
  }
}

/** What to say of a locked control inside an SVG; such a one also needs `aria-disabled`. */
export function lockedTitle(access: Access) {
  return access === "locked" ? svg`<title>${words.teacher.locked}</title>` : nothing;
}

/** The summary of a drawer that stays as it is while `locked`. */
export function lockedSummary(locked: boolean, text: string) {
  if (!locked) return html`<summary>${text}</summary>`;
  return html`<summary tabindex="-1" aria-disabled="true" title=${words.teacher.locked} @click=${(event: Event) => event.preventDefault()}>${text}</summary>`;
}
