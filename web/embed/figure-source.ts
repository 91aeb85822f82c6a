import { html } from "lit";
import { PageElement } from "../elements/page-element.js";
import { pageName, siteRoot } from "../state/site-place.js";
import { pageAddress } from "../state/url-state.js";
import { words } from "../words/en.js";
import { addressOnPage } from "./figure-address.js";

/** `<fl-figure-source of="…" figure="…">`: below a figure by itself, the link to where it is from. */
export class FigureSource extends PageElement {
  protected override async prepare(): Promise<void> {
    pageAddress.subscribe(() => this.requestUpdate());
  }

  override render() {
    const figure = this.getAttribute("figure") ?? "";
    const href = addressOnPage(pageName, figure, { from: location.href, root: siteRoot });
    const title = this.getAttribute("of") ?? "";
    return html`<p class="figure-source"><a href=${href} target="_blank" rel="noopener">${words.figure.from(title)}</a></p>`;
  }
}
