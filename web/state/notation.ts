import type { Settings } from "../../wasm/engine/types.js";
import { isNotationName, lectureForms, type NotationName } from "../notation/names.js";
import type { NotationGuide, NotationTable } from "../notation/table.js";
import { words } from "../words/en.js";
import { notices } from "./notices.js";
import { Store } from "./store.js";
import { fromUrl, toUrl } from "./url-state.js";

const storageKey = "fall-line:notation";
const addressKey = "notation";

const files: Record<NotationName | "guide", string> = {
  own: new URL("../../build/notation/own.json", import.meta.url).href,
  l0: new URL("../../build/notation/l0.json", import.meta.url).href,
  l1: new URL("../../build/notation/l1.json", import.meta.url).href,
  l2: new URL("../../build/notation/l2.json", import.meta.url).href,
  l3: new URL("../../build/notation/l3.json", import.meta.url).href,
  l4: new URL("../../build/notation/l4.json", import.meta.url).href,
  guide: new URL("../../build/notation/guide.json", import.meta.url).href,
};

const fetched = new Map<string, Promise<unknown>>();

/** A file of build/notation/, fetched once; after a failure the next asker tries again. */
function fetchOnce(name: keyof typeof files): Promise<unknown> {
  const known = fetched.get(name);
  if (known) return known;
  const coming = fetch(files[name]).then((response) => {
    if (!response.ok) throw new Error(`${name}.json: status ${response.status}`);
    return response.json();
  });
  coming.catch(() => fetched.delete(name));
  fetched.set(name, coming);
  return coming;
}

export const notationTable = (name: NotationName) => fetchOnce(name) as Promise<NotationTable>;
export const notationGuide = () => fetchOnce("guide") as Promise<NotationGuide>;

function saved(): NotationName | undefined {
  try {
    const name = localStorage.getItem(storageKey);
    return isNotationName(name) ? name : undefined;
  } catch {
    return undefined; // storage is blocked
  }
}

function save(name: NotationName): void {
  try {
    if (name === "own") localStorage.removeItem(storageKey);
    else localStorage.setItem(storageKey, name);
  } catch {
    // storage is blocked: the choice lasts as long as the page
  }
}

/** Whose letters the page is written in. The address comes first, then the reader’s last choice. */
class Notation extends Store {
  #name: NotationName = "own";
  #table: NotationTable | undefined;
  #wanted: NotationName;
  /** HTML with formulas as plain text in the letters chosen; comes with the first table. */
  inPlainText: ((html: string) => string) | undefined;
  /** Resolves when the page is in the notation it was opened with. */
  readonly settled: Promise<void>;

  constructor() {
    super();
    const asked = fromUrl(addressKey);
    const known = saved();
    if (asked !== undefined && !isNotationName(asked)) {
      notices.add(words.notices.badAddress(addressKey, asked));
    }
    const linked = isNotationName(asked) ? asked : undefined;
    this.#wanted = linked ?? known ?? "own";
    // who follows a link and has no choice of their own stays with it; a page in a frame decides nothing
    if (linked && !known && window.parent === window) save(linked);
    if (this.#wanted !== "own") toUrl(addressKey, this.#wanted);
    this.settled = this.#wanted === "own" ? Promise.resolve() : this.#load();
    // until then letters that will be swapped are hidden: see public/theme.js
    void this.settled.then(() => document.documentElement.removeAttribute("data-letters"));
  }

  get name(): NotationName {
    return this.#name;
  }

  /** Undefined until another notation than the site’s own was chosen. */
  get table(): NotationTable | undefined {
    return this.#table;
  }

  /** The form in which the notation has a method, where a lecture has one of its own. */
  formOf(method: string): Settings {
    return lectureForms[this.#wanted]?.[method] ?? {};
  }

  /** Resolves to whether the page is now written so. */
  async choose(name: NotationName): Promise<boolean> {
    this.#wanted = name;
    await this.#load();
    if (this.#name !== name) return false;
    save(name);
    toUrl(addressKey, name === "own" ? undefined : name);
    return true;
  }

  async #load(): Promise<void> {
    const name = this.#wanted;
    try {
      const [table] = await Promise.all([notationTable(name), import("../notation/follow.js")]);
      if (name === this.#wanted) this.#apply(name, table);
    } catch (error) {
      if (name !== this.#wanted) return;
      this.#wanted = this.#name;
      notices.add(words.notices.notationFailed(error));
      this.changed();
    }
  }

  #apply(name: NotationName, table: NotationTable): void {
    this.#name = name;
    this.#table = table;
    this.changed();
  }
}

export const notation = new Notation();
