import type { LossAnswer, Option, Parameter, Settings } from "../../wasm/engine/types.js";
import { engine, isSuperseded } from "../engine/page-engine.js";
import { lossStyles } from "../plots/series-style.js";
import { controlAccess } from "../state/control-access.js";
import { notices } from "../state/notices.js";
import { Store } from "../state/store.js";
import { allFromUrl, toUrl } from "../state/url-state.js";
import { words } from "../words/en.js";
import { type EngineRefusal, lossAnswer } from "./loss-answer.js";
import { Recomputation } from "./recomputation.js";
import { applyScoreAddress } from "./score-address.js";
import type { DeclaredLoss, ScoreDeclaration } from "./score-declaration.js";
import type { SettingGroup } from "./setting-group.js";
import { SettingsAddress, settingsOf } from "./settings-address.js";

export { scoreDeclarationFrom } from "./score-declaration.js";

export interface ScoredLoss extends DeclaredLoss {
  answer: LossAnswer | undefined;
  /** What the engine found wrong with the settings; the answer is that of the last good ones. */
  refused: string | undefined;
}

/**
 * Scores of examples under one or more losses. The elements of a page that share a scene show the
 * same numbers and the same example.
 */
export class ScoreScene extends Store {
  readonly key: string;
  readonly declared: ScoreDeclaration;
  readonly losses: ScoredLoss[];
  classes: string[];
  /** N rows of C; empty until the dataset has come. */
  scores: number[][];
  labels: number[];
  dataSettings: Settings;
  example: number;
  /** The class whose score is looked at. */
  coordinate: number;
  /** Counts finished computations, so that a test (or a slow drawing) knows which it sees. */
  generation = 0;
  revealed = true;
  readonly #derivations = new Set<string>();
  readonly #address: SettingsAddress;
  /** Whether the scores were changed by hand, and are no longer the dataset's. */
  #own: boolean;
  readonly #recomputation = new Recomputation(() => this.#compute());
  readonly #opened: Promise<void>;
  readonly #computed: Promise<void>;
  #resolveComputed!: () => void;

  constructor(key: string, declared: ScoreDeclaration) {
    super();
    this.key = key;
    this.#address = new SettingsAddress(key);
    this.declared = declared;
    this.classes = declared.classes;
    this.scores = (declared.scores ?? []).map((row) => [...row]);
    this.labels = [...(declared.labels ?? [])];
    this.dataSettings = { ...declared.data?.settings };
    this.example = declared.example;
    this.coordinate = declared.coordinate;
    this.#own = declared.scores !== undefined;
    this.losses = declared.losses.map((one) => ({
      ...one,
      settings: { ...one.settings },
      answer: undefined,
      refused: undefined,
    }));
    this.#computed = new Promise((resolve) => {
      this.#resolveComputed = resolve;
    });
    this.#opened = this.#open();
    this.#recomputation.schedule();
  }

  /** Resolves when the losses have been computed for the first time. */
  get computed(): Promise<void> {
    return this.#computed;
  }

  get label(): number {
    return this.labels[this.example] ?? 0;
  }

  /** Whether the reader may use one of the scene's controls: `scores`, `example`, `coordinate`. */
  allows(control: string): boolean {
    return controlAccess.allows(`${this.key}.${control}`);
  }

  /** Asks for the quantities of a derivation about one of the losses. */
  want(derivation: string): void {
    if (this.#derivations.has(derivation)) return;
    this.#derivations.add(derivation);
    this.#recomputation.schedule();
  }

  setting(loss: DeclaredLoss, parameter: Parameter): number {
    return Number(loss.settings[parameter.name] ?? parameter.default);
  }

  choice(loss: DeclaredLoss, option: Option): string {
    return String(loss.settings[option.name] ?? option.choices[0]?.name);
  }

  /** All that can be set: the dataset first, then every loss. */
  settingGroups(): SettingGroup[] {
    const { data } = this.declared;
    const styles = lossStyles(this.losses);
    const ofData = data && {
      key: "data",
      label: data.declaration.title,
      prefix: "data.",
      parameters: data.declaration.parameters,
      options: data.declaration.options,
      settings: this.dataSettings,
      declared: data.settings,
      refused: undefined,
      style: undefined,
      set: (name: string, value: number | string) => this.setDataSetting(name, value),
    };
    return [
      ...(ofData ? [ofData] : []),
      ...this.losses.map((loss, i) => ({
        key: loss.key,
        label: loss.label,
        prefix: "",
        parameters: loss.loss.parameters,
        options: loss.loss.options,
        settings: loss.settings,
        declared: this.declared.losses[i]?.settings ?? {},
        refused: loss.refused,
        style: this.losses.length > 1 ? styles[i] : undefined,
        set: (name: string, value: number | string) => this.setSetting(loss, name, value),
      })),
    ];
  }

  setScore(example: number, coordinate: number, value: number): void {
    const row = this.scores[example];
    if (!this.allows("scores")) return;
    if (!row || row[coordinate] === value) return;
    this.#own = true;
    row[coordinate] = value;
    if (this.allows("coordinate")) this.#lookAt(coordinate);
    this.#scoresToUrl();
    this.#recomputation.schedule();
  }

  setSetting(loss: ScoredLoss, name: string, value: number | string): void {
    if (this.#address.change(loss.key, name)) loss.settings[name] = value;
    this.#recomputation.schedule();
    this.changed();
  }

  /** Changes the dataset; scores changed by hand give way to its own. */
  setDataSetting(name: string, value: number | string): void {
    if (!this.#address.change("data", name)) return;
    this.dataSettings[name] = value;
    this.#own = false;
    toUrl(`${this.key}.scores`, undefined);
    this.#recomputation.schedule();
    this.changed();
  }

  select(example: number): void {
    if (!this.allows("example")) return;
    this.example = Math.max(0, Math.min(this.scores.length - 1, Math.round(example)));
    const same = this.example === this.declared.example;
    toUrl(`${this.key}.example`, same ? undefined : String(this.example));
    this.changed();
  }

  selectCoordinate(coordinate: number): void {
    if (!this.allows("coordinate")) return;
    this.#lookAt(Math.max(0, Math.min(this.classes.length - 1, coordinate)));
    this.changed();
  }

  #lookAt(coordinate: number): void {
    this.coordinate = coordinate;
    toUrl(`${this.key}.coordinate`, coordinate === 0 ? undefined : this.classes[coordinate]);
  }

  /** Everything the reader may change as it was declared. */
  reset(): void {
    const { data, losses, scores } = this.declared;
    for (const [i, loss] of this.losses.entries()) {
      loss.settings = this.#address.restored(loss.key, loss.settings, losses[i]?.settings);
    }
    this.dataSettings = this.#address.restored("data", this.dataSettings, data?.settings);
    if (this.allows("scores")) {
      this.#own = scores !== undefined;
      this.scores = (scores ?? this.scores).map((row) => [...row]);
      toUrl(`${this.key}.scores`, undefined);
    }
    this.#recomputation.schedule();
    this.select(this.declared.example);
  }

  reveal(): void {
    this.revealed = true;
    this.changed();
  }

  conceal(): void {
    this.revealed = false;
    this.changed();
  }

  /** The dataset first, where there is one: what the address says is about its scores. */
  async #open(): Promise<void> {
    try {
      await this.#takeData();
      const { own, faults } = applyScoreAddress(this, allFromUrl(`${this.key}.`));
      for (const fault of faults) notices.add(fault);
      if (own) this.#own = true;
      else await this.#takeData(); // the address may have changed its settings
    } catch (error) {
      notices.add(words.notices.engineFailed(error));
    }
  }

  async #takeData(): Promise<void> {
    const { data } = this.declared;
    if (!data || this.#own) return;
    const { name } = data.declaration;
    const { inputs, features, targets, classNames } = await engine.call("dataset", {
      name,
      settings: this.dataSettings,
    });
    if (this.#own) return; // changed by hand meanwhile
    this.scores = Array.from({ length: inputs.length / features }, (_, i) => [
      ...inputs.subarray(i * features, (i + 1) * features),
    ]);
    this.labels = [...targets];
    if (this.classes.length === 0) this.classes = classNames;
  }

  #scoresToUrl(): void {
    const text = this.scores.map((row) => row.join(",")).join(";");
    const declared = this.declared.scores?.map((row) => row.join(",")).join(";");
    toUrl(`${this.key}.scores`, text === declared ? undefined : text);
  }

  async #compute(): Promise<void> {
    const asked = settingsOf(this.settingGroups());
    try {
      await this.#opened;
      await this.#takeData();
      const answers = await Promise.all(this.losses.map((loss) => this.#ask(loss)));
      for (const [i, loss] of this.losses.entries()) {
        const answer = answers[i];
        if (!answer) continue;
        loss.refused = "refused" in answer ? answer.refused : undefined;
        if (!("refused" in answer)) loss.answer = answer;
      }
      const taken = this.settingGroups().filter(({ refused }) => refused === undefined);
      this.#address.take(taken, asked);
      this.generation += 1;
    } catch (error) {
      if (isSuperseded(error)) return;
      notices.add(words.notices.engineFailed(error));
    }
    this.changed();
    this.#resolveComputed();
  }

  #ask(loss: ScoredLoss): Promise<LossAnswer | EngineRefusal> {
    const { name } = loss.loss;
    const wanted = this.declared.derivations.filter(
      (one) => one.loss === name && this.#derivations.has(one.name),
    );
    const request = {
      loss: { name, settings: loss.settings },
      scores: this.scores,
      labels: this.labels,
      reduction: this.declared.reduction,
    };
    return lossAnswer(
      request,
      wanted.map((one) => one.name),
      `${this.key} ${loss.key}`,
    );
  }
}
