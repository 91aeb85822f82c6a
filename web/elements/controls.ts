import { html, nothing } from "lit";
import { seriesStyles } from "../plots/series-style.js";
import type { Scene, SceneRun } from "../scene/scene.js";
import { notation } from "../state/notation.js";
import { words } from "../words/en.js";
import { optionChoice } from "./option-choice.js";
import { parameterSlider } from "./parameter-slider.js";
import { richText } from "./rich-text.js";
import { SceneElement } from "./scene-element.js";
import { swatch } from "./swatch.js";

/** Most controls in sight; the others wait in a drawer. */
const mostInSight = 4;

interface Control {
  /** Named as in the `show` attribute: `learning_rate`, `problem.slope`, `epsilon_place`. */
  name: string;
  view: () => unknown;
}

function runControls(uid: string, scene: Scene, run: SceneRun): Control[] {
  const id = `${uid}-${run.key}`;
  return [
    ...run.method.parameters.map((parameter) => ({
      name: parameter.name,
      view: () =>
        parameterSlider(
          `${id}-${parameter.name}`,
          parameter,
          run.settings[parameter.name] ?? parameter.default,
          (value) => scene.setSetting(run, parameter.name, value),
        ),
    })),
    ...run.method.options.map((option) => ({
      name: option.name,
      view: () =>
        optionChoice(`${id}-${option.name}`, option, scene.choice(run, option), (choice) =>
          scene.setSetting(run, option.name, choice),
        ),
    })),
  ];
}

function problemControls(uid: string, scene: Scene): Control[] {
  return scene.problem.parameters.map((parameter) => ({
    name: `problem.${parameter.name}`,
    view: () =>
      parameterSlider(
        `${uid}-problem-${parameter.name}`,
        parameter,
        scene.problemSettings[parameter.name] ?? parameter.default,
        (value) => scene.setProblemSetting(parameter.name, value),
      ),
  }));
}

/**
 * `<fl-controls scene="…" show="learning_rate problem.slope">`: sliders and choices made from
 * the catalog. At most four are in sight (those of `show`, else the learning rates); the rest
 * is in a drawer.
 */
export class Controls extends SceneElement {
  static override properties = { show: {} };
  declare show: string | undefined;

  protected override async prepare(): Promise<void> {
    await super.prepare();
    notation.subscribe(() => this.requestUpdate()); // tooltips have letters in plain text
  }

  override render() {
    const { scene } = this;
    const wanted = (this.show ?? "learning_rate").split(/\s+/);
    const groups = [
      { run: undefined, controls: problemControls(this.uid, scene) },
      ...scene.runs.map((run) => ({ run, controls: runControls(this.uid, scene, run) })),
    ].filter(({ controls }) => controls.length > 0);

    let left = mostInSight;
    const inSight: unknown[] = [];
    const drawer: unknown[] = [];
    const styles = seriesStyles(scene.runs);
    for (const { run, controls } of groups) {
      const label = run
        ? html`<span class="run-label">${swatch(styles[scene.runs.indexOf(run)])}${richText(run.label)}</span>`
        : html`<span class="run-label">${scene.problem.title}</span>`;
      const shown = controls.filter(({ name }) => wanted.includes(name)).slice(0, left);
      left -= shown.length;
      const rest = controls.filter((control) => !shown.includes(control));
      const refused = run?.refused
        ? html`<p class="refused" role="alert">${run.refused}</p>`
        : nothing;
      if (shown.length > 0) {
        inSight.push(
          html`<div class="control-group" data-method=${run?.method.name ?? nothing}>${label}${shown.map((one) => one.view())}${refused}</div>`,
        );
      }
      if (rest.length > 0) {
        drawer.push(html`<div class="control-group" data-method=${run?.method.name ?? nothing}>${label}${rest.map((one) => one.view())}
          ${shown.length === 0 ? refused : nothing}</div>`);
      }
    }
    return html`<div class="controls">
      <div class="in-sight">${inSight}</div>
      ${
        drawer.length > 0
          ? html`<details class="drawer"><summary>${words.controls.more}</summary><div>${drawer}</div></details>`
          : nothing
      }
    </div>`;
  }
}
