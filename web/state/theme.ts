import { printing } from "./printing.js";
import { Store } from "./store.js";

export type ThemeName = "auto" | "light" | "dark";
const storageKey = "fall-line:theme";

function saved(): ThemeName {
  try {
    const name = localStorage.getItem(storageKey);
    return name === "light" || name === "dark" ? name : "auto";
  } catch {
    return "auto"; // storage is blocked
  }
}

/** Light, dark, or as the system says. public/theme.js applies it before the first paint. */
class Theme extends Store {
  #name = saved();

  constructor() {
    super();
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.changed());
    printing.subscribe(() => this.changed()); // paper is light
  }

  get name(): ThemeName {
    return this.#name;
  }

  choose(name: ThemeName): void {
    this.#name = name;
    if (name === "auto") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = name;
    try {
      if (name === "auto") localStorage.removeItem(storageKey);
      else localStorage.setItem(storageKey, name);
    } catch {
      // storage is blocked: the choice lasts as long as the page
    }
    this.changed();
  }
}

export const theme = new Theme();
