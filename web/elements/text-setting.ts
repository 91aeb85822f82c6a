import { html } from "lit";
import type { TextSetting } from "../../wasm/engine/types.js";

/** A field for a setting that is a text of its own small grammar, such as a table of times. */
export function textSetting(
  id: string,
  { label, meaning }: TextSetting,
  value: string,
  change: (value: string) => void,
) {
  return html`<div class="parameter text-setting" title=${meaning}>
    <label for=${id}>${label}</label>
    <input id=${id} type="text" autocomplete="off" spellcheck="false" aria-description=${meaning}
      .value=${value}
      @change=${(event: Event) => change((event.target as HTMLInputElement).value.trim())}>
  </div>`;
}
