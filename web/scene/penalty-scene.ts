import type { Settings, Table } from "../../wasm/engine/types.js";
import { isRefused } from "../engine/page-engine.js";
import type { Field } from "../plots/field-view.js";
import { controlAccess } from "../state/control-access.js";
import { notices } from "../state/notices.js";
import { Store } from "../state/store.js";
import { allFromUrl, toUrl } from "../state/url-state.js";
import { words as pageWords } from "../words/en.js";
import { penaltyWords as words } from "../words/penalties.js";
import {
  lossField,
  type PenaltyAnswer,
  type PenaltyQuestion,
  penaltyAnswer,
  penaltyPath,
} from "./penalty-answers.js";
import type { PenaltyDeclaration } from "./penalty-declaration.js";
import { Recomputation } from "./recomputation.js";
import { takeParameter } from "./scene-address.js";
import type { SettingGroup } from "./setting-group.js";
import { SettingsAddress, settingsOf } from "./settings-address.js";

/** The settings of a dataset that are its best weights; such data follow where these are put. */
const bestWeights = ["weight_1", "weight_2"] as const;
const mostStrength = 1e12;

function widthOfWeights({ columns, rows }: Table): number {
  return (columns.weights?.length ?? 0) / rows;
}

/** A regression of two weights under several penalties of one strength. */
export class PenaltyScene extends Store {
  readonly key: string;
  readonly declared: PenaltyDeclaration;
  dataSettings: Settings;
  problemSettings: Settings;
  strength: number;
  /** The penalty that is seen where there is room for one. */
  shown: string;
  /** By the penalty's name; empty before the first have come. */
  answers: ReadonlyMap<string, PenaltyAnswer> = new Map();
  field: Field | undefined;
  /** What is wrong with the settings or the strength; what is drawn is that of the last good ones. */
  refused: string | undefined;
  strengthRefused: string | undefined;
  /** Counts finished computations. */
  generation = 0;
  readonly #address: SettingsAddress;
  readonly #computed: Promise<void>;
  #resolveComputed!: () => void;
  readonly #recomputation = new Recomputation(() => this.#compute(), {
    done: () => this.#computedAll(),
  });
  #paths = new Map<string, { key: string; path: Table }>();
  #fieldKey = "";

  constructor(key: string, declared: PenaltyDeclaration) {
    super();
    this.key = key;
    this.declared = declared;
    this.#address = new SettingsAddress(key);
    this.dataSettings = { ...declared.data.settings };
    this.problemSettings = { ...declared.problemSettings };
    this.strength = declared.strength;
    this.shown = declared.penalties[0]?.name ?? "";
    this.#computed = new Promise((resolve) => {
      this.#resolveComputed = resolve;
    });
    for (const [name, text] of allFromUrl(`${key}.`)) {
      if (!this.#takeEntry(name, text)) {
        notices.add(pageWords.notices.badAddress(`${key}.${name}`, text));
      }
    }
    this.#recomputation.schedule();
  }

  /** Resolves when the answers have come for the first time, or have been refused. */
  get computed(): Promise<void> {
    return this.#computed;
  }

  /** Whether more is on its way than what is drawn. */
  get busy(): boolean {
    return this.#recomputation.busy;
  }

  get strengthKey(): string {
    return `${this.key}.strength`;
  }

  get shownKey(): string {
    return `${this.key}.shown`;
  }

  /** What the best weights without a penalty are locked by; undefined where the data are as they are. */
  get leastKeys(): string[] | undefined {
    const { parameters } = this.declared.data;
    const known = bestWeights.every((name) => parameters.some((one) => one.name === name));
    return known ? bestWeights.map((name) => `${this.key}.data.${name}`) : undefined;
  }

  get movesLeast(): boolean {
    return this.leastKeys !== undefined && controlAccess.allows(...this.leastKeys);
  }

  /** The best weights without a penalty. */
  get least(): readonly [number, number] | undefined {
    const [answer] = this.answers.values();
    const [w1, w2] = answer?.path.columns.weights ?? [];
    return w1 === undefined || w2 === undefined ? undefined : [w1, w2];
  }

  settingGroups(): SettingGroup[] {
    const { data, problem, problemSettings } = this.declared;
    const nets = this.declared.penalties.some(({ name }) => name === "elastic_net");
    const shares = problem.parameters.filter(({ name }) => name === "square_share");
    const shared = { options: [], style: undefined };
    return [
      {
        ...shared,
        key: "data",
        label: words.data,
        prefix: "data.",
        parameters: data.parameters,
        settings: this.dataSettings,
        declared: data.settings,
        refused: this.refused,
        set: (name, value) => this.#set("data", this.dataSettings, { [name]: value }),
      },
      ...(nets
        ? [
            {
              ...shared,
              key: "problem",
              label: words.penalty,
              prefix: "problem.",
              parameters: shares,
              settings: this.problemSettings,
              declared: problemSettings,
              refused: undefined,
              set: (name: string, value: number | string) =>
                this.#set("problem", this.problemSettings, { [name]: value }),
            },
          ]
        : []),
    ];
  }

  /** Has the data follow, so that these weights fit best. */
  setLeast([w1, w2]: readonly [number, number]): void {
    if (!this.movesLeast) return;
    const [first, second] = bestWeights;
    this.#set("data", this.dataSettings, { [first]: w1, [second]: w2 });
  }

  /** A strength as it was dragged or typed; what is none is refused in words. */
  setStrength(value: number | string): void {
    if (!controlAccess.allows(this.strengthKey)) return;
    if (typeof value === "string" || !(value >= 0 && value <= mostStrength)) {
      this.strengthRefused = words.badStrength(String(value));
      this.changed();
      return;
    }
    this.strengthRefused = undefined;
    this.strength = value;
    toUrl(this.strengthKey, value === this.declared.strength ? undefined : String(value));
    this.changed();
    this.#recomputation.schedule();
  }

  show(penalty: string): void {
    if (!controlAccess.allows(this.shownKey)) return;
    this.shown = penalty;
    const first = this.declared.penalties[0]?.name;
    toUrl(this.shownKey, penalty === first ? undefined : penalty);
    this.changed();
  }

  question(penalty: string): PenaltyQuestion {
    return {
      data: { name: this.declared.data.name, settings: { ...this.dataSettings } },
      problemSettings: { ...this.problemSettings, penalty, bias: "none" },
    };
  }

  #set(key: string, settings: Settings, values: Settings): void {
    for (const [name, value] of Object.entries(values)) {
      if (this.#address.change(key, name)) settings[name] = value;
    }
    this.changed();
    this.#recomputation.schedule();
  }

  #takeEntry(key: string, text: string): boolean {
    if (key === "strength") {
      const value = text.trim() === "" ? Number.NaN : Number(text);
      if (!(value >= 0 && value <= mostStrength)) return false;
      this.strength = value;
      return true;
    }
    if (key === "shown") {
      if (!this.declared.penalties.some(({ name }) => name === text)) return false;
      this.shown = text;
      return true;
    }
    const group = this.settingGroups().find((one) => key.startsWith(`${one.key}.`));
    if (!group) return false;
    const name = key.slice(group.key.length + 1);
    return takeParameter([...group.parameters], name, text, (value) => {
      group.settings[name] = value;
    });
  }

  #computedAll(): void {
    this.generation += 1;
    this.changed();
    this.#resolveComputed();
  }

  async #compute(): Promise<void> {
    const asked = settingsOf(this.settingGroups());
    try {
      const { strength } = this;
      const asks = this.declared.penalties.map(({ name }) => ({
        name,
        question: this.question(name),
      }));
      const paths = await Promise.all(asks.map(({ name, question }) => this.#path(name, question)));
      const inputs = Math.max(...paths.map(widthOfWeights));
      if (inputs !== 2) {
        this.refused = words.twoInputs(inputs);
        return;
      }
      const [field, ...found] = await Promise.all([
        this.#askField(),
        ...asks.map(async ({ name, question }, i) => {
          const answer = await penaltyAnswer(question, strength, paths[i] as Table);
          return [name, answer] as const;
        }),
      ]);
      this.field = field;
      this.answers = new Map(found);
      this.refused = undefined;
      this.#address.take(this.settingGroups(), asked);
    } catch (error) {
      if (isRefused(error)) this.refused = error.message;
      else notices.add(pageWords.notices.engineFailed(error));
    }
    this.changed();
  }

  async #path(name: string, question: PenaltyQuestion): Promise<Table> {
    const key = JSON.stringify(question);
    const known = this.#paths.get(name);
    if (known?.key === key) return known.path;
    const path = await penaltyPath(question, this.declared.strengths);
    this.#paths.set(name, { key, path });
    return path;
  }

  async #askField(): Promise<Field> {
    const question = this.question("l2");
    const key = JSON.stringify(question);
    if (this.field && key === this.#fieldKey) return this.field;
    const field = await lossField(question, this.declared.range);
    this.#fieldKey = key;
    return field;
  }
}
