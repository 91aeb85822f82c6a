import { html } from "lit";
import { icon } from "../elements/icons.js";
import { PageElement } from "../elements/page-element.js";
import { type ThemeName, theme } from "../state/theme.js";
import { words } from "../words/en.js";
import { pageKeys } from "./page-controls.js";

const next: Record<ThemeName, ThemeName> = { auto: "light", light: "dark", dark: "auto" };
const shapes = { auto: "auto", light: "sun", dark: "moon" } as const;

/** `<fl-theme>`: light, dark, or as the system says. */
export class ThemeSwitch extends PageElement {
  protected override async prepare(): Promise<void> {
    theme.subscribe(() => this.requestUpdate());
  }

  override render() {
    const label = `${words.shell.theme}: ${words.shell.themes[theme.name]}`;
    return this.guardedWhole(
      pageKeys.theme,
      () =>
        html`<button type="button" class="icon-button" aria-label=${label} title=${label} @click=${() => theme.choose(next[theme.name])}>${icon(shapes[theme.name])}</button>`,
    );
  }
}
