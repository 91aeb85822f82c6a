import { html, LitElement } from "lit";
import { ChartFrame, type ChartSeries, lineChart } from "../../plots/line-chart.js";
import { quantityStyles } from "../../plots/series-style.js";
import type { DampingScene } from "../../scene/damping-scene.js";
import { svgPicture } from "../../take/svg-picture.js";
import type { Picture, Takeable } from "../../take/takeable.js";
import { dampingWords as words } from "../../words/damping.js";
import { guarded } from "../guarded.js";
import { OwnWidth } from "../own-width.js";
import { modeLegend } from "./mode-legend.js";

/** The way of a run along each eigenvector, step by step. */
export class DampingChart extends LitElement implements Takeable {
  static override properties = { scene: { attribute: false } };
  declare scene: DampingScene;
  readonly addressKeys = [];
  readonly partName = "modes";
  readonly #width = new OwnWidth(this);
  #unsubscribe: (() => void) | undefined;

  override createRenderRoot(): this {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#unsubscribe = this.scene.subscribe(() => this.requestUpdate());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unsubscribe?.();
  }

  #series(): ChartSeries[] {
    const styles = quantityStyles(this.scene.modes.length);
    return this.scene.modes.flatMap(({ path }, i) => {
      const style = styles[i];
      return style ? [{ style, values: path }] : [];
    });
  }

  override render() {
    const { scene } = this;
    const width = Math.max(240, Math.round(this.#width.now));
    const height = 210;
    const series = scene.revealed ? this.#series() : [];
    // as far as the starts are away: a drag moves the lines and not the axis
    const reach = Math.max(1e-9, ...series.map(({ values }) => 1.05 * Math.abs(values[0] ?? 0)));
    const frame = new ChartFrame(series, {
      width,
      height,
      steps: scene.steps,
      logX: false,
      logY: false,
      range: [-reach, reach],
      step: scene.step,
      until: scene.step,
    });
    return html`<svg class="chart" viewBox="0 0 ${width} ${height}" role="img" aria-label=${words.chart}>
        ${lineChart(frame, series, words.step)}
      </svg>
      <div class="figure-bar"><p class="mode-chart-text">${words.chart}</p>${guarded("page.take", () => html`<fl-figure-menu .figure=${this}></fl-figure-menu>`)}</div>`;
  }

  picture(): Picture | undefined {
    const figure = this.closest("figure");
    return svgPicture(this.querySelector<SVGSVGElement>("svg.chart"), {
      legend: figure ? modeLegend(figure) : [],
      title: words.chart,
      description: words.chart,
    });
  }
}
