import { html, nothing } from "lit";
import type { Access } from "../state/access-rules.js";
import { type Control, type ControlGroup, controlAccess } from "../state/control-access.js";
import { teaching } from "../words/en-teaching.js";

const choices: Access[] = ["visible", "locked", "hidden"];

/** What a control is, in a few words. */
function labelOf({ key, label }: Control): string {
  const last = key.slice(key.lastIndexOf(".") + 1);
  return label ?? teaching.controls[last] ?? last.replaceAll("_", " ");
}

/** Use, locked or hidden for what `pattern` matches; none is chosen where its controls differ. */
function accessRow(id: string, label: string, pattern: string, now: Access | undefined) {
  const words = teaching.panel.access;
  return html`<fieldset class="access-row ${now ?? "mixed"}">
    <legend>${label}</legend>
    <div class="segments">${choices.map(
      (
        access,
      ) => html`<label><input type="radio" name="${id}-${pattern}" value=${access} .checked=${access === now}
        @change=${() => controlAccess.set(pattern, access)}><span>${words[access]}</span></label>`,
    )}</div></fieldset>`;
}

/** The access that all of them have. */
function common(controls: Control[]): Access | undefined {
  const [first, ...rest] = controls.map(({ key }) => controlAccess.of(key));
  return rest.every((access) => access === first) ? first : undefined;
}

/** Controls one after the other that belong to the same part of a figure. */
function byPart(controls: Control[]): { part: string | undefined; controls: Control[] }[] {
  const parts = new Map<string | undefined, Control[]>();
  for (const control of controls) {
    parts.set(control.part, [...(parts.get(control.part) ?? []), control]);
  }
  return [...parts].map(([part, own]) => ({ part, controls: own }));
}

/** What comes before the last word of a key, as a pattern for all that begin so. */
function patternOf([first]: Control[]): string {
  return (first?.key ?? "").replace(/[^.]*$/, "*");
}

function counts(controls: Control[]): string {
  const having = (access: Access) =>
    controls.filter(({ key }) => controlAccess.of(key) === access).length;
  return teaching.panel.counts(having("locked"), having("hidden"));
}

/** The heading above a place on the page, to tell figures of one kind apart. */
function sectionOf(place: Element): string {
  const headings = [...document.querySelectorAll("main h1, main h2")];
  const before = headings.filter(
    (heading) => heading.compareDocumentPosition(place) & Node.DOCUMENT_POSITION_FOLLOWING,
  );
  return before.at(-1)?.textContent ?? "";
}

/** One figure: all of it at once, and each of its controls. */
export function accessGroup(id: string, group: ControlGroup) {
  const { key, title, place, controls } = group;
  const show = (event: Event) => {
    const { open } = event.target as HTMLDetailsElement;
    if (open && place !== document.body) place.scrollIntoView({ block: "center" });
  };
  const said = counts(controls);
  return html`<details class="access-group" @toggle=${show}>
    <summary><b>${title || teaching.groups[key]}</b> <small>${sectionOf(place)}</small> ${said ? html`<em>${said}</em>` : nothing}</summary>
    ${controls.length > 1 ? accessRow(id, teaching.panel.all, `${key}.*`, common(controls)) : nothing}
    ${byPart(controls).map(
      ({ part, controls: own }) => html`
        ${
          part === undefined
            ? nothing
            : accessRow(id, teaching.panel.allOf(part), patternOf(own), common(own))
        }
        <div class=${part === undefined ? "" : "access-part"}>${own.map((control) =>
          accessRow(id, labelOf(control), control.key, controlAccess.of(control.key)),
        )}</div>`,
    )}
  </details>`;
}
