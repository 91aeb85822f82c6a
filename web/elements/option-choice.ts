import { html } from "lit";
import type { Option } from "../../wasm/engine/types.js";
import { plainText, richText } from "./rich-text.js";

/** The choices of an option as a row of radio buttons. */
export function optionChoice(
  id: string,
  option: Option,
  chosen: string,
  change: (choice: string) => void,
) {
  return html`<fieldset class="option">
    <legend>${richText(option.label)}</legend>
    <div class="segments">
      ${option.choices.map(
        ({ name, label, meaning }) => html`<label title=${plainText(meaning)}>
          <input type="radio" name=${id} value=${name} .checked=${name === chosen} @change=${() => change(name)}>
          <span>${richText(label)}</span>
        </label>`,
      )}
    </div>
  </fieldset>`;
}
