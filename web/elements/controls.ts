import { html, nothing } from "lit";
import { tunableOf } from "../scene/scenes.js";
import { chosenOf, type SettingGroup } from "../scene/setting-group.js";
import { controlAccess } from "../state/control-access.js";
import { notation } from "../state/notation.js";
import type { Store } from "../state/store.js";
import { words } from "../words/en.js";
import { guarded } from "./guarded.js";
import { optionChoice } from "./option-choice.js";
import { PageElement } from "./page-element.js";
import { parameterSlider } from "./parameter-slider.js";
import { richText } from "./rich-text.js";
import { swatch } from "./swatch.js";
import { textSetting } from "./text-setting.js";

/** Most controls in sight; the others wait in a drawer. */
const mostInSight = 4;

interface SettingControl {
  /** Its key for a teacher: `race.adam.learning_rate`. */
  key: string;
  /** Named as in the `show` attribute: `learning_rate`, `problem.slope`, `epsilon_place`. */
  name: string;
  view: () => unknown;
}

function controlsOf(uid: string, scene: string, group: SettingGroup): SettingControl[] {
  const id = `${uid}-${group.key.replaceAll(".", "-")}`; // adam.schedule
  const key = (name: string) => `${scene}.${group.key}.${name}`;
  return [
    ...group.parameters.map((parameter) => ({
      key: key(parameter.name),
      name: `${group.prefix}${parameter.name}`,
      view: () =>
        parameterSlider(
          `${id}-${parameter.name}`,
          parameter,
          group.settings[parameter.name] ?? parameter.default,
          (value) => group.set(parameter.name, value),
        ),
    })),
    ...(group.texts ?? []).map((text) => ({
      key: key(text.name),
      name: `${group.prefix}${text.name}`,
      view: () =>
        textSetting(
          `${id}-${text.name}`,
          text,
          String(group.settings[text.name] ?? text.default),
          (value) => group.set(text.name, value),
        ),
    })),
    ...group.options.map((option) => ({
      key: key(option.name),
      name: `${group.prefix}${option.name}`,
      view: () =>
        optionChoice(`${id}-${option.name}`, option, chosenOf(group, option), (choice) =>
          group.set(option.name, choice),
        ),
    })),
  ];
}

/** What has settings: a scene of runs, of scores, or of the table of an analysis. */
export interface Tunable extends Store {
  readonly key: string;
  /** As in a scene: no setting has changed. */
  readonly stepping?: boolean;
  settingGroups(): SettingGroup[];
}

/**
 * `<fl-controls scene="…" show="learning_rate problem.slope">`: sliders and choices made from
 * the catalog. At most four are in sight (those of `show`, else the learning rates); the rest
 * is in a drawer.
 */
export class Controls extends PageElement {
  static override properties = { show: {}, scene: { attribute: false } };
  declare show: string | undefined;
  /** Set by an element that contains this one; else that of the attribute. */
  declare scene: Tunable | undefined;
  #unsubscribe: (() => void)[] = [];

  protected override async prepare(): Promise<void> {
    this.scene ??= await tunableOf(this);
    this.#listen();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#listen();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const stop of this.#unsubscribe) stop();
    this.#unsubscribe = [];
  }

  #listen(): void {
    if (!this.scene || this.#unsubscribe.length > 0) return;
    const draw = () => {
      if (!this.scene?.stepping) this.requestUpdate();
    };
    // tooltips have the letters of the notation in plain text
    this.#unsubscribe = [this.scene.subscribe(draw), notation.subscribe(draw)];
  }

  #groups(): { group: SettingGroup; controls: SettingControl[] }[] {
    const { key = "" } = this.scene ?? {};
    const groups = this.scene?.settingGroups() ?? [];
    return groups.map((group) => ({ group, controls: controlsOf(this.uid, key, group) }));
  }

  protected override controls() {
    const groups = this.#groups();
    const controls = groups.flatMap(({ group, controls }) =>
      controls.map(({ key }) => ({ key, part: group.label })),
    );
    return { title: groups[0]?.group.label ?? "", controls };
  }

  override render() {
    const wanted = (this.show ?? "learning_rate").split(/\s+/);
    const groups = this.#groups()
      .map(({ group, controls }) => ({
        group,
        controls: controls.filter(({ key }) => controlAccess.of(key) !== "hidden"),
      }))
      .filter(({ controls }) => controls.length > 0);
    this.hidden = groups.length === 0;

    let left = mostInSight;
    const inSight: unknown[] = [];
    const drawer: unknown[] = [];
    for (const { group, controls } of groups) {
      const { style } = group;
      const fault = group.silent ? undefined : group.refused;
      const label = html`<span class="run-label">${style ? swatch(style) : nothing}${richText(group.label)}</span>`;
      const shown = controls.filter(({ name }) => wanted.includes(name)).slice(0, left);
      left -= shown.length;
      const rest = controls.filter((control) => !shown.includes(control));
      const refused = fault ? html`<p class="refused" role="alert">${fault}</p>` : nothing;
      if (shown.length > 0) {
        inSight.push(
          html`<div class="control-group" data-method=${group.method ?? nothing}>${label}${shown.map(({ key, view }) => guarded(key, view))}${refused}</div>`,
        );
      }
      if (rest.length > 0) {
        drawer.push(html`<div class="control-group" data-method=${group.method ?? nothing}>${label}${rest.map(({ key, view }) => guarded(key, view))}
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
