import { html, nothing } from "lit";
import { guard } from "lit/directives/guard.js";
import type { CodeAsset } from "../code/code-asset.js";
import { isLoadFailure } from "../engine/page-engine.js";
import type { Scene, SceneRun } from "../scene/scene.js";
import { sceneOf } from "../scene/scenes.js";
import { notices } from "../state/notices.js";
import { fromUrl, toUrl } from "../state/url-state.js";
import { codeWords } from "../words/code.js";
import { words } from "../words/en.js";
import {
  programText,
  programView,
  pythonUnder,
  type SettingTexts,
  settingTexts,
} from "./code-lines.js";
import { guarded } from "./guarded.js";
import { PageElement } from "./page-element.js";
import { panelId, tabId, tabList } from "./tabs.js";
import { copyText, downloadText } from "./take-away.js";

const w = codeWords;
const languages = ["cpp", "numpy", "torch"] as const;
type Language = (typeof languages)[number];
const tabs = languages.map((key) => ({ key, label: w.language[key] }));

/** A path may go on in another line after a slash, and nowhere else. */
function brokenAtSlashes(path: string) {
  return path.split("/").map((part, i) => (i === 0 ? part : html`/<wbr>${part}`));
}

/**
 * `<fl-code method="adam" scene="race">`: the update rule in C++, NumPy and PyTorch, with the
 * settings of the scene's run of that method (without a scene with the defaults). The code is
 * fetched when it comes into sight; the build writes into `src` from where.
 */
export class Code extends PageElement {
  static override properties = {
    method: {},
    src: {},
    language: { state: true },
    asset: { state: true },
    failed: { state: true },
    said: { state: true },
  };
  declare method: string;
  declare src: string | undefined;
  declare language: Language;
  declare asset: CodeAsset | undefined;
  declare failed: boolean;
  /** What the last press of a button came to. */
  declare said: string;
  #scene: Scene | undefined;
  #run: SceneRun | undefined;
  #plainText = "";
  #unsubscribe: (() => void) | undefined;
  readonly #observer = new IntersectionObserver(
    ([entry]) => {
      if (entry?.isIntersecting) void this.#load();
    },
    { rootMargin: "300px 0px" }, // a little before it is seen
  );

  constructor() {
    super();
    this.language = "cpp";
    this.failed = false;
    this.said = "";
  }

  protected override async prepare(): Promise<void> {
    if (!this.src) throw new Error("src: the page was built without it");
    this.#plainText = this.querySelector("a")?.getAttribute("href") ?? "";
    if (this.hasAttribute("scene")) await this.#follow();
    this.#takeAddress();
    this.#observer.observe(this);
  }

  /** Finds the run whose settings are shown; without an engine the defaults are shown. */
  async #follow(): Promise<void> {
    try {
      this.#scene = await sceneOf(this);
    } catch (error) {
      if (isLoadFailure(error)) return;
      throw error;
    }
    this.#run = this.#scene.runs.find(({ method }) => method.name === this.method);
    if (!this.#run) throw new Error(`method: the scene has no run of "${this.method}"`);
    this.#listen();
  }

  #listen(): void {
    this.#unsubscribe ??= this.#scene?.subscribe(() => this.requestUpdate());
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#listen();
    if (this.#plainText && !this.asset) this.#observer.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#observer.disconnect();
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
  }

  async #load(): Promise<void> {
    if (this.asset || !this.src) return;
    this.#observer.disconnect();
    this.failed = false;
    try {
      const response = await fetch(this.src);
      if (!response.ok) throw new Error(String(response.status));
      const asset = (await response.json()) as CodeAsset;
      const hadFocus = this.contains(document.activeElement);
      this.asset = asset;
      this.dataset.loaded = "true";
      if (hadFocus) await this.keepFocus("[role=tab][tabindex='0']");
    } catch {
      this.failed = true;
    }
  }

  /** Begins what the address says of it, and its keys for a teacher. */
  get #name(): string {
    return this.id || this.method;
  }

  /** Where the address keeps the language. */
  get #languageKey(): string {
    return `${this.#name}.language`;
  }

  protected override controls() {
    return {
      title: w.languages,
      controls: [`${this.#name}.code`, this.#languageKey],
    };
  }

  #takeAddress(): void {
    const asked = fromUrl(this.#languageKey);
    const language = languages.find((one) => one === asked);
    if (language) this.language = language;
    else if (asked !== undefined) notices.add(words.notices.badAddress(this.#languageKey, asked));
  }

  #choose(language: Language): void {
    this.language = language;
    this.said = "";
    toUrl(this.#languageKey, language === "cpp" ? undefined : language);
  }

  override render() {
    return this.guardedWhole(`${this.#name}.code`, () => this.#view());
  }

  #view() {
    const { asset } = this;
    if (!asset) return this.#waiting();
    const settings = settingTexts(asset, this.#scene, this.#run);
    return html`<section class="code-view" role="group" aria-label=${w.label(asset.title)}>
      ${guarded(this.#languageKey, () => tabList(this.uid, w.languages, tabs, this.language, (language) => this.#choose(language)))}
      <div class="code-panel" role="tabpanel" id=${panelId(this.uid)} aria-labelledby=${tabId(this.uid, this.language)}>
        ${guard([asset, this.language, JSON.stringify(settings)], () => this.#panel(asset, settings))}
      </div>
      ${this.#schedule()}
      <p class="code-said" role="status">${this.said}</p>
    </section>`;
  }

  /** The learning rate in the code is the one that a schedule begins with. */
  #schedule() {
    const { schedule } = this.#run ?? {};
    return schedule
      ? html`<p class="code-about">${w.about.scheduled(schedule.entry.title)}</p>`
      : nothing;
  }

  #waiting() {
    return html`<div class="code-waiting">${
      this.failed
        ? html`<p role="alert">${w.failed} <button type="button" @click=${() => this.#load()}>${w.retry}</button></p>`
        : nothing
    }<p><a href=${this.#plainText}>${w.plainText}</a></p></div>`;
  }

  #panel(asset: CodeAsset, settings: SettingTexts) {
    if (this.language === "cpp") {
      const { kernel, use } = asset.cpp;
      const name = asset.file.split("/").at(-1) ?? asset.file;
      return html`${this.#program(asset, kernel, settings, asset.file, name)}
        <p class="code-about">${w.about.cpp}</p>
        ${this.#program(asset, use, settings, w.about.cppUse)}`;
    }
    const python = pythonUnder(asset, settings);
    if (!python) {
      const none = Object.keys(asset.python).length === 0;
      return html`<p class="code-about">${none ? w.about.cppOnly(asset.title) : w.about.choiceCppOnly}</p>`;
    }
    const name = `${this.method}_${this.language}.py`;
    return html`${this.#program(asset, python[this.language], settings, name, name)}
      <p class="code-about">${w.about.python}</p>
      ${this.language === "torch" ? this.#optim(asset, python.optim, settings) : nothing}`;
  }

  #optim(
    asset: CodeAsset,
    optim: { line: number[]; isSame: boolean; words: string } | undefined,
    settings: SettingTexts,
  ) {
    if (!optim) return html`<p class="code-about">${w.about.torchHasNone}</p>`;
    const title = optim.isSame ? w.about.torchHas : w.about.torchNear;
    return html`${this.#program(asset, optim.line, settings, title)}
      <p class="code-about">${optim.words}</p>`;
  }

  /** A program under its title, with what takes it along; `file` where it can be downloaded. */
  #program(
    asset: CodeAsset,
    lines: readonly number[],
    settings: SettingTexts,
    title: string,
    file?: string,
  ) {
    const text = programText(asset, lines, settings);
    const label = w.program(w.language[this.language], title);
    return html`<figure class="code-program">
      <figcaption><span>${brokenAtSlashes(title)}</span>
        <button type="button" aria-label=${w.copyOf(title)} @click=${(event: Event) => this.#copy(text, event)}>${w.copy}</button>
        ${file ? html`<button type="button" aria-label=${w.downloadOf(title)} @click=${() => downloadText(text, file)}>${w.download}</button>` : nothing}
      </figcaption>
      <pre tabindex="0" role="region" aria-label=${label}><code>${programView(asset, lines, settings)}</code></pre>
    </figure>`;
  }

  async #copy(text: string, event: Event): Promise<void> {
    const shown = (event.currentTarget as Element).closest("figure")?.querySelector("code");
    this.said = "";
    if (shown) this.said = (await copyText(text, shown)) ? w.copied : w.selected;
  }
}
