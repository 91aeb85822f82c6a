import { html, nothing } from "lit";
import type { SeriesStyle } from "../../plots/series-style.js";
import type { SortColumn, StartsResult } from "../../scene/race-starts.js";
import { numberText } from "../../words/number-text.js";
import { raceWords as words } from "../../words/race.js";
import { plainText, richText } from "../rich-text.js";
import { swatch } from "../swatch.js";

/** What a method's row of the standings says. */
interface Standing {
  place: number;
  label: string;
  wins: number;
  share: number;
  error: number;
  arrivals: number;
  starts: number;
  median: number;
}

/** The rows of the standings, in the order of the entrants. */
export function standingsOf({ entrants, standings }: StartsResult): Standing[] {
  const at = (column: string, row: number) => standings.columns[column]?.[row] ?? Number.NaN;
  return entrants.map(({ label }, place) => ({
    place,
    label,
    wins: at("wins", place),
    share: at("win_share", place),
    error: at("standard_error", place),
    arrivals: at("arrivals", place),
    starts: at("starts", place),
    median: at("median_cost", place),
  }));
}

const columns: { column: SortColumn; head: string }[] = [
  { column: "method", head: words.method },
  { column: "wins", head: words.wins },
  { column: "arrivals", head: words.arrivals },
  { column: "median_cost", head: words.median },
];

function compared(one: Standing, other: Standing, column: SortColumn): number {
  if (column === "method") return plainText(one.label).localeCompare(plainText(other.label));
  if (column === "wins") return one.wins - other.wins;
  if (column === "arrivals") return one.arrivals - other.arrivals;
  // beyond the budget is more than any cost
  const cost = ({ median }: Standing) => (Number.isNaN(median) ? Number.MAX_VALUE : median);
  return cost(one) - cost(other);
}

function percent(share: number): string {
  return numberText(100 * share, 2);
}

interface Sorting {
  sort: { column: SortColumn; ascending: boolean };
  sortBy(text: string): void;
  /** Styles of the entrants. */
  styles: readonly SeriesStyle[];
}

/** The standings as a table that is sorted by the buttons of its heads. */
export function standingsTable(result: StartsResult, { sort, sortBy, styles }: Sorting) {
  const { column, ascending } = sort;
  const rows = standingsOf(result).toSorted(
    (one, other) => compared(one, other, column) * (ascending ? 1 : -1) || one.place - other.place,
  );
  const head = (of: { column: SortColumn; head: string }) => {
    const chosen = of.column === column;
    // what is most interesting comes first: many wins, few costs
    const descends = chosen ? ascending : of.column === "wins" || of.column === "arrivals";
    return html`<th scope="col" aria-sort=${chosen ? (ascending ? "ascending" : "descending") : nothing}>
      <button type="button" title=${words.sortBy(of.head)} @click=${() => sortBy(`${descends ? "-" : ""}${of.column}`)}>${of.head}<span aria-hidden="true">${chosen ? (ascending ? " ▲" : " ▼") : ""}</span></button></th>`;
  };
  return html`<div class="entrants-scroll"><table class="entrants standings"><caption class="visually-hidden">${words.standings}, ${words.startsOf(result.rows.length)}</caption>
    <thead><tr>${columns.slice(0, 2).map(head)}<th scope="col">${words.share}</th>${columns.slice(2).map(head)}</tr></thead>
    <tbody>${rows.map(({ place, label, wins, share, error, arrivals, median }) => {
      return html`<tr><th scope="row"><span class="entrant-name">${swatch(styles[place])}<strong>${richText(label)}</strong></span></th>
        <td>${numberText(wins)}</td>
        <td class="share">${words.shareOf(percent(share), percent(error))}</td>
        <td>${numberText(arrivals)}</td>
        <td>${Number.isFinite(median) ? result.ticks.cost(median) : words.beyond(result.ticks.cost(result.budget))}</td></tr>`;
    })}</tbody></table></div>`;
}
