import { html, nothing } from "lit";
import type { Scene } from "../scene/scene.js";
import { controlAccess } from "../state/control-access.js";
import { words } from "../words/en.js";
import { numberText } from "../words/number-text.js";
import { lockedSummary } from "./guarded.js";

export interface TableColumn {
  head: unknown;
  /** The head in words: a formula alone is nothing to some screen readers. */
  spoken: string;
  values: Float64Array;
}

const mostRows = 60;
/** The steps a table lists: all where they fit, else evenly spread, and always the selected. */
function listedSteps(scene: Scene): number[] {
  const every = Math.max(1, Math.ceil(scene.steps / mostRows));
  const steps = new Set<number>([scene.step, scene.steps]);
  for (let t = 0; t <= scene.steps; t += every) steps.add(t);
  return [...steps].sort((a, b) => a - b);
}

/** What a teacher may lock or hide of it. */
export function tableKey(scene: Scene): string {
  return `${scene.key}.table`;
}

/** The numbers of a chart as a table; its rows are made only while it is open. */
export function traceTable(
  scene: Scene,
  columns: TableColumn[],
  isOpen: boolean,
  setOpen: (open: boolean) => void,
) {
  const access = controlAccess.of(tableKey(scene));
  if (access === "hidden") return nothing;
  const toggle = (event: Event) => setOpen((event.target as HTMLDetailsElement).open);
  const step = (t: number) =>
    scene.allows("transport")
      ? html`<button type="button" @click=${() => scene.select(t)}>${t}</button>`
      : t;
  return html`<details class="trace-table" ?open=${isOpen} @toggle=${toggle}>
    ${lockedSummary(access === "locked", words.trace.table)}
    ${
      isOpen
        ? html`<div class="table-scroll" tabindex="0" role="group" aria-label=${words.trace.table}><table>
        <thead><tr><th scope="col">${scene.ticks.name}</th>${columns.map(({ head, spoken }) => html`<th scope="col"><span aria-hidden="true">${head}</span><span class="visually-hidden">${spoken}</span></th>`)}</tr></thead>
        <tbody>${listedSteps(scene).map(
          (t) => html`<tr aria-current=${t === scene.step ? "true" : nothing}>
            <th scope="row">${step(t)}</th>
            ${columns.map(({ values }) => html`<td>${numberText(values[t] ?? Number.NaN, 6)}</td>`)}</tr>`,
        )}</tbody></table></div>`
        : nothing
    }
  </details>`;
}
