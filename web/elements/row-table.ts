import { html, nothing } from "lit";
import { controlAccess } from "../state/control-access.js";
import { words } from "../words/en.js";
import { numberText } from "../words/number-text.js";
import { lockedSummary } from "./guarded.js";

export interface TableColumn {
  head: unknown;
  /** The head in words: a formula alone is nothing to some screen readers. */
  spoken: string;
  values: ArrayLike<number>;
}

/** The numbers of a chart, row by row. */
export interface RowTable {
  /** What a teacher locks and hides it by. */
  key: string;
  /** Of the column that names the rows. */
  head: unknown;
  spoken?: string;
  /** How many rows there are, and what each is called. */
  count: number;
  position: (row: number) => number;
  /** The one that is looked at. */
  row: number;
  /** Undefined where the reader may not choose another. */
  select: ((row: number) => void) | undefined;
  columns: TableColumn[];
  isOpen: boolean;
  setOpen: (open: boolean) => void;
}

const mostRows = 60;

/** The rows that are listed: all where they fit, else evenly spread, and always the selected. */
function listedRows(count: number, row: number): number[] {
  const last = count - 1;
  const every = Math.max(1, Math.ceil(last / mostRows));
  const rows = new Set<number>([row, last]);
  for (let t = 0; t <= last; t += every) rows.add(t);
  return [...rows].filter((t) => t >= 0 && t <= last).sort((a, b) => a - b);
}

/** The numbers of a chart as a table; its rows are made only while it is open. */
export function rowTable(of: RowTable) {
  const { select, columns } = of;
  const access = controlAccess.of(of.key);
  if (access === "hidden") return nothing;
  const toggle = (event: Event) => of.setOpen((event.target as HTMLDetailsElement).open);
  const name = (t: number) => {
    const position = of.position(t);
    const text = Number.isInteger(position) ? String(position) : numberText(position, 6);
    return select ? html`<button type="button" @click=${() => select(t)}>${text}</button>` : text;
  };
  const head = ({ head, spoken }: Pick<TableColumn, "head" | "spoken">) =>
    html`<th scope="col"><span aria-hidden="true">${head}</span><span class="visually-hidden">${spoken}</span></th>`;
  return html`<details class="trace-table" ?open=${of.isOpen} @toggle=${toggle}>
    ${lockedSummary(access === "locked", words.trace.table)}
    ${
      of.isOpen
        ? html`<div class="table-scroll" tabindex="0" role="group" aria-label=${words.trace.table}><table>
        <thead><tr>${of.spoken === undefined ? html`<th scope="col">${of.head}</th>` : head({ head: of.head, spoken: of.spoken })}${columns.map(head)}</tr></thead>
        <tbody>${listedRows(of.count, of.row).map(
          (t) => html`<tr aria-current=${t === of.row ? "true" : nothing}>
            <th scope="row">${name(t)}</th>
            ${columns.map(({ values }) => html`<td>${numberText(values[t] ?? Number.NaN, 6)}</td>`)}</tr>`,
        )}</tbody></table></div>`
        : nothing
    }
  </details>`;
}
