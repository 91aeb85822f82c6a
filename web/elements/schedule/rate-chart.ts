import { nothing, svg } from "lit";
import { ChartFrame, type ChartSeries, lineChart } from "../../plots/line-chart.js";
import { seriesStyles } from "../../plots/series-style.js";
import { beginnings, type Pieces } from "../../scene/pieces.js";
import type { Scene } from "../../scene/scene.js";
import { numberText } from "../../words/number-text.js";
import { scheduleWords as words } from "../../words/schedule.js";
import { lockedTitle } from "../guarded.js";

/** An end of a piece that can be moved. */
export interface End {
  piece: number;
  side: "from" | "to";
}

/** The pieces whose ends are on the chart. */
export interface ShownPieces {
  pieces: Pieces;
  base: number;
  locked: boolean;
}

/** Ends with a ring of their own: where a piece goes on from the one before there is one for both. */
export function endsOf(pieces: Pieces): End[] {
  return pieces.all.flatMap(({ shape }, piece): End[] => {
    // a constant has one level, which its end moves
    const begins = shape !== "constant" && !pieces.joined(piece);
    return [...(begins ? [{ piece, side: "from" } as const] : []), { piece, side: "to" }];
  });
}

/** Where an end is: step and share. */
export function placeOf(pieces: Pieces, { piece, side }: End): [number, number] {
  const times = beginnings(pieces.all);
  const one = pieces.all[piece];
  return [times[side === "from" ? piece : piece + 1] ?? 0, one?.[side] ?? 0];
}

/** Row t of a run used the learning rate of time t − 1. */
function ratesOf(scene: Scene): ChartSeries[] {
  const styles = seriesStyles(scene.runs);
  return scene.runs.flatMap((run, i) => {
    const rows = run.traces.learning_rate_now;
    const style = styles[i];
    return rows && style ? [{ style, values: rows.subarray(1) }] : [];
  });
}

export function rateFrame(
  scene: Scene,
  { width, height, top }: { width: number; height: number; top: number },
): ChartFrame {
  return new ChartFrame([], {
    width,
    height,
    steps: scene.steps,
    logX: false,
    logY: false,
    range: [0, top],
    step: undefined,
    until: scene.step,
  });
}

/** The learning rates of all runs, with the ends of the reader's own pieces. */
export function rateChart(scene: Scene, frame: ChartFrame, own: ShownPieces | undefined) {
  const { width, height } = frame.options;
  return svg`<svg class="chart rate-chart" viewBox="0 0 ${width} ${height}" width=${width} height=${height}
    role="group" aria-label=${words.chart}>
    ${lineChart(frame, ratesOf(scene), words.step)}
    ${own ? endsOf(own.pieces).map((end) => ring(frame, own, end)) : nothing}
  </svg>`;
}

function ring(frame: ChartFrame, { pieces, base, locked }: ShownPieces, end: End) {
  const [time, share] = placeOf(pieces, end);
  const shape = pieces.all[end.piece]?.shape ?? "";
  const label = pieces.shapes.find(({ name }) => name === shape)?.label ?? shape;
  const said = end.side === "to" ? words.end : words.begin;
  const x = frame.x(Math.min(time, frame.options.steps));
  return svg`<g class="piece-end" data-piece=${end.piece} data-side=${end.side} tabindex="0" role="slider"
    aria-label=${said(end.piece + 1, label)} aria-disabled=${locked ? "true" : nothing}
    aria-valuemin="0" aria-valuenow=${share * base}
    aria-valuetext=${words.at(numberText(time, 4), numberText(share * base, 3))}
    transform="translate(${x},${frame.yOf(share * base)})">
    ${locked ? lockedTitle("locked") : nothing}
    <circle class="grip" r="22"></circle><circle class="ring" r="7"></circle>
  </g>`;
}
