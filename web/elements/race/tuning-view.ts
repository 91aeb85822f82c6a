import { html, nothing, svg } from "lit";
import { type Curve, CurveFrame, curveChart } from "../../plots/curve-chart.js";
import { mark } from "../../plots/mark.js";
import type { RaceScene } from "../../scene/race-scene.js";
import type { Search } from "../../scene/race-tuning.js";
import type { SceneRun } from "../../scene/scene.js";
import { numberText } from "../../words/number-text.js";
import { raceWords as words } from "../../words/race.js";
import { richText } from "../rich-text.js";
import { swatch } from "../swatch.js";

const height = 230;

interface Searched {
  run: SceneRun;
  search: Search;
  curve: Curve;
}

function searchedOf(scene: RaceScene): Searched[] {
  const { styles } = scene;
  return scene.runs.flatMap((run, i) => {
    const search = scene.tuning.of(run);
    const style = styles[i];
    const values = search?.table.columns.cost;
    return search && style && values ? [{ run, search, curve: { style, values } }] : [];
  });
}

function number({ table, best }: Search, column: string): number {
  return table.columns[column]?.[best] ?? Number.NaN;
}

function row(scene: RaceScene, { run, search, curve }: Searched) {
  const cost = number(search, "cost");
  return html`<tr><th scope="row"><span class="entrant-name">${swatch(curve.style)}<strong>${richText(run.label)}</strong></span></th>
    <td>${numberText(number(search, "learning_rate"), 4)}</td>
    <td>${Number.isFinite(cost) ? scene.ticks.cost(cost) : words.never}</td>
    <td>${numberText(number(search, "loss"))}</td></tr>`;
}

/** The grid on which learning rates were searched, and what was found; nothing before. */
export function tuningView(scene: RaceScene, width: number) {
  const searched = searchedOf(scene);
  const [first] = searched;
  if (!first) return nothing;
  const positions = [...(first.search.table.columns.learning_rate ?? [])];
  const curves = searched.map(({ curve }) => curve);
  const frame = new CurveFrame(curves, {
    width: Math.max(260, width),
    height,
    positions,
    logX: true,
    logY: false,
    xLabel: words.searchAxis,
  });
  const [low = 0, high = 0] = [positions[0], positions.at(-1)];
  return html`<details class="drawer searches" open><summary>${words.searched}</summary><div>
    <svg class="search-chart" viewBox="0 0 ${frame.options.width} ${height}" role="img" aria-label=${words.searchChart}>
      ${curveChart(frame, curves)}
      ${searched.map(({ search, curve }) => {
        const cost = number(search, "cost");
        if (!Number.isFinite(cost)) return nothing;
        return svg`<g class="best-rate">${mark(curve.style, frame.x(number(search, "learning_rate")), frame.yOf(cost), 6)}</g>`;
      })}
    </svg>
    <div class="entrants-scroll"><table class="entrants"><caption class="visually-hidden">${words.searchTable}</caption>
      <thead><tr><th scope="col">${words.method}</th><th scope="col">${words.bestRate}</th><th scope="col">${words.bestCost}</th><th scope="col">${words.bestLoss}</th></tr></thead>
      <tbody>${searched.map((one) => row(scene, one))}</tbody></table></div>
    <p class="race-note">${words.searchNote(numberText(low), numberText(high), positions.length)} ${words.tuneHint}</p>
  </div></details>`;
}
