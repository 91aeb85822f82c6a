import type { AnalysisRequest, Named, Problem, Settings, Table } from "../../wasm/engine/types.js";
import type { PageAnalysis, PageCatalog } from "../engine/page-catalog.js";
import { engine, isRefused } from "../engine/page-engine.js";
import { controlAccess } from "../state/control-access.js";
import { notices } from "../state/notices.js";
import { Store } from "../state/store.js";
import { allFromUrl, toUrl } from "../state/url-state.js";
import { words } from "../words/en.js";
import { find } from "./find.js";
import { Recomputation } from "./recomputation.js";
import { parseNamed, parseSettings } from "./run-text.js";
import { takeSetting } from "./scene-address.js";
import { problemOf, startOf } from "./scene-declaration.js";
import type { SettingGroup } from "./setting-group.js";
import { SettingsAddress, settingsOf } from "./settings-address.js";

export const mostDraws = 10_000;

/** How many minibatches the reader has drawn, by their size. */
export type Drawn = ReadonlyMap<number, number>;

export interface SamplesDeclaration {
  problem: Problem;
  problemSettings: Settings;
  data: Named;
  /** The point at which gradients are drawn. */
  at: number[];
  analysis: PageAnalysis;
  settings: Settings;
  drawn: Drawn;
}

/** "1:40,8:20"; undefined where it is no such list. */
export function drawnFrom(text: string): Drawn | undefined {
  const drawn = new Map<number, number>();
  for (const entry of text.split(",")) {
    const [, size, count] = /^(\d{1,6}):(\d{1,5})$/.exec(entry) ?? [];
    if (Number(size) < 1 || !(Number(count) <= mostDraws)) return undefined;
    drawn.set(Number(size), Number(count));
  }
  return drawn;
}

function drawnText(drawn: Drawn): string {
  const entries = [...drawn].filter(([, count]) => count > 0).sort(([a], [b]) => a - b);
  return entries.map(([size, count]) => `${size}:${count}`).join();
}

/** The declaration that the attributes of an element make. */
export function samplesDeclarationFrom(element: Element, catalog: PageCatalog): SamplesDeclaration {
  const problem = problemOf(element, catalog);
  if (problem.dimension !== 2) {
    throw new Error(`problem: got "${problem.name}"; allowed: one in two dimensions`);
  }
  const { settings, problemSettings } = parseSettings(element.getAttribute("settings") ?? "");
  const text = element.getAttribute("drawn") ?? "";
  const drawn = text === "" ? new Map() : drawnFrom(text);
  if (!drawn) throw new Error(`drawn: got "${text}"; allowed: sizes and counts, like 1:40,8:20`);
  return {
    problem,
    problemSettings,
    data: parseNamed(element.getAttribute("data") ?? problem.data),
    at: startOf(element, problem),
    analysis: find(catalog.analyses, "analysis", "minibatch_gradients"),
    settings,
    drawn,
  };
}

/** Minibatches that a reader draws at one point, one size after the other. */
export class SamplesScene extends Store {
  readonly key: string;
  readonly declared: SamplesDeclaration;
  settings: Settings;
  drawn: Drawn;
  /** The draws of the size that is set; undefined where there are none. */
  cloud: Table | undefined;
  /** Sizes, ascending: those drawn and the powers of two. */
  spread: Table | undefined;
  refused: string | undefined;
  /** Counts finished computations. */
  generation = 0;
  #examples = 0;
  readonly #address: SettingsAddress;
  readonly #recomputation = new Recomputation(() => this.#compute(), {
    ended: () => this.changed(),
  });
  readonly #computed: Promise<void>;
  #resolveComputed!: () => void;

  constructor(key: string, declared: SamplesDeclaration) {
    super();
    this.key = key;
    this.declared = declared;
    this.settings = { ...declared.settings };
    this.drawn = declared.drawn;
    this.#address = new SettingsAddress(key);
    this.#computed = new Promise((resolve) => {
      this.#resolveComputed = resolve;
    });
    for (const [name, text] of allFromUrl(`${key}.`)) {
      if (!this.#takeEntry(name, text)) {
        notices.add(words.notices.badAddress(`${key}.${name}`, text));
      }
    }
    this.#recomputation.schedule();
  }

  get computed(): Promise<void> {
    return this.#computed;
  }

  get busy(): boolean {
    return this.#recomputation.busy;
  }

  get drawKey(): string {
    return `${this.key}.drawn`;
  }

  /** Keys of what a reader sets, for a teacher. */
  get settingKeys(): string[] {
    return ["size", "replacement", "seed"].map((name) => `${this.key}.analysis.${name}`);
  }

  /** The size in force, that of what is drawn. */
  get size(): number {
    return Number(this.settings.size ?? this.#parameter("size").default);
  }

  /** How many are drawn of the size that is set. */
  get count(): number {
    return this.drawn.get(this.size) ?? 0;
  }

  #parameter(name: string) {
    return find(this.declared.analysis.parameters, "parameter", name);
  }

  settingGroups(): SettingGroup[] {
    const { analysis, settings } = this.declared;
    const most = this.#examples || Number.POSITIVE_INFINITY;
    const parameters = analysis.parameters
      .filter(({ name }) => name !== "draws")
      .map((one) =>
        one.name === "size" && Number.isFinite(most)
          ? { ...one, slider: { ...one.slider, high: most } }
          : one,
      );
    return [
      {
        key: "analysis",
        label: analysis.title,
        prefix: "",
        parameters,
        options: analysis.options,
        settings: this.settings,
        declared: settings,
        refused: this.refused,
        style: undefined,
        set: (name, value) => this.set(name, value),
      },
    ];
  }

  /** Another size; with another seed, or the other way to draw, what was drawn is gone. */
  set(name: string, value: number | string): void {
    if (!this.#address.change("analysis", name)) return;
    if (name !== "size" && value !== this.settings[name]) this.#take(new Map());
    this.settings[name] = value;
    this.changed();
    this.#recomputation.schedule();
  }

  /** Draws more of the size that is set. */
  draw(count: number): void {
    if (!controlAccess.allows(this.drawKey)) return;
    const drawn = Math.min(mostDraws, this.count + count);
    this.#take(new Map(this.drawn).set(this.size, drawn));
    this.#recomputation.schedule();
  }

  /** Forgets what was drawn, and has other draws from now on. */
  startOver(): void {
    if (!controlAccess.allows(this.drawKey)) return;
    const seed = Number(this.settings.seed ?? this.#parameter("seed").default);
    this.#take(new Map());
    if (this.#address.change("analysis", "seed")) this.settings.seed = seed + 1;
    this.#recomputation.schedule();
  }

  #take(drawn: Drawn): void {
    this.drawn = drawn;
    const text = drawnText(drawn);
    toUrl(this.drawKey, text === drawnText(this.declared.drawn) ? undefined : text || "1:0");
    this.changed();
  }

  #takeEntry(key: string, text: string): boolean {
    if (key === "drawn") {
      const drawn = drawnFrom(text);
      if (drawn) this.drawn = drawn;
      return drawn !== undefined;
    }
    const [owner, name = ""] = key.split(".");
    const { analysis } = this.declared;
    return (
      owner === "analysis" && takeSetting({ ...analysis, texts: [] }, this.settings, name, text)
    );
  }

  #analyse(name: string, settings: Settings): Promise<Table> {
    const { problem, problemSettings, data, at } = this.declared;
    const request: AnalysisRequest = {
      analysis: { name, settings },
      problem: { name: problem.name, settings: problemSettings },
      data,
      at,
    };
    return engine.call("analyse", request);
  }

  /** The powers of two up to all examples, and the sizes drawn, with how many are. */
  #sizes(): string {
    const sizes = new Map<number, number>([[this.size, 0]]);
    for (let size = 1; size < this.#examples; size *= 2) sizes.set(size, 0);
    sizes.set(this.#examples, 0);
    for (const [size, count] of this.drawn) if (size <= this.#examples) sizes.set(size, count);
    return [...sizes]
      .sort(([a], [b]) => a - b)
      .map(([size, count]) => `${size}:${count}`)
      .join();
  }

  async #compute(): Promise<void> {
    const asked = settingsOf(this.settingGroups());
    const { size: _, ...settings } = this.settings;
    try {
      if (this.#examples === 0) {
        const { columns } = await this.#analyse("gradient_spread", { draws: "1:0" });
        this.#examples = columns.examples?.[0] ?? 0;
      }
      // a size that makes no sense is refused by the analysis that has it as a setting
      const draws = Math.max(1, this.count);
      const cloud = await this.#analyse("minibatch_gradients", { ...this.settings, draws });
      const spread = await this.#analyse("gradient_spread", { ...settings, draws: this.#sizes() });
      this.cloud = this.count > 0 ? cloud : undefined;
      this.spread = spread;
      this.refused = undefined;
      this.#address.take(this.settingGroups(), asked);
      this.generation += 1;
    } catch (error) {
      if (isRefused(error)) this.refused = error.message;
      else notices.add(words.notices.engineFailed(error));
    }
    this.#resolveComputed();
  }
}
