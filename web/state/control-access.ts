import {
  type Access,
  type AccessRules,
  accessOf,
  idleRules,
  parseRules,
  stricter,
  withRule,
  writeRules,
} from "./access-rules.js";
import { Store } from "./store.js";
import { allOfUrl, toUrl } from "./url-state.js";

/** One thing on the page that a teacher may lock or hide. */
export interface Control {
  /** Stable name, the same on every visit: figure first, e.g. `race.adam.learning_rate`. */
  key: string;
  /** What it is, where the last word of its key does not say it (see words/en-teaching.ts). */
  label?: string;
  /** The part of the figure it belongs to, e.g. one of its methods. */
  part?: string;
}

/** The controls of one figure: those whose keys begin with the same word. */
export interface ControlGroup {
  key: string;
  title: string;
  /** Where on the page it is. */
  place: Element;
  controls: Control[];
}

function isAbove(one: Element, other: Element): boolean {
  return (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}

/**
 * Which controls the reader may use. An element offers its controls once, and asks `of` (or
 * `allows`) for each whenever it is drawn or used; PageElement draws it again at every change.
 * The rules stand in the address, as the lists `hide`, `lock` and `show`.
 */
class ControlAccess extends Store {
  #rules: AccessRules = parseRules({
    hide: allOfUrl("hide"),
    lock: allOfUrl("lock"),
    show: allOfUrl("show"),
  });
  readonly #groups = new Map<string, ControlGroup>();

  /** Makes controls known. Of a figure's elements the topmost on the page gives it its title. */
  offer(place: Element, title: string, controls: (Control | string)[]): void {
    for (const one of controls) {
      const control = typeof one === "string" ? { key: one } : one;
      const key = control.key.slice(0, control.key.indexOf("."));
      const group = this.#groups.get(key) ?? { key, title, place, controls: [] };
      this.#groups.set(key, group);
      if (isAbove(place, group.place)) Object.assign(group, { place, title });
      if (!group.controls.some(({ key }) => key === control.key)) group.controls.push(control);
    }
  }

  /** The controls of the page, figure by figure from top to bottom. */
  get groups(): ControlGroup[] {
    return [...this.#groups.values()].sort((one, other) =>
      isAbove(one.place, other.place) ? -1 : 1,
    );
  }

  /** What the reader may do with a control; of several keys the strictest counts. */
  of(...keys: string[]): Access {
    if (this.#rules.size === 0) return "visible";
    return keys.map((key) => accessOf(this.#rules, key)).reduce(stricter, "visible");
  }

  allows(...keys: string[]): boolean {
    return this.of(...keys) === "visible";
  }

  /** Whether a teacher has locked or hidden anything. */
  get prepared(): boolean {
    return this.#rules.size > 0;
  }

  /** What the address asks for and no control of the page answers to. */
  get unknown(): string[] {
    return idleRules(this.#rules, this.#keys);
  }

  /** Sets the access of a control, or of all that a pattern such as `race.*` matches. */
  set(pattern: string, access: Access): void {
    this.#replace(withRule(this.#rules, pattern, access, this.#keys));
  }

  /** Everything visible. */
  clear(): void {
    this.#replace(new Map());
  }

  get #keys(): string[] {
    return [...this.#groups.values()].flatMap(({ controls }) => controls.map(({ key }) => key));
  }

  #replace(rules: AccessRules): void {
    this.#rules = rules;
    for (const [list, patterns] of Object.entries(writeRules(rules))) toUrl(list, patterns);
    this.changed();
  }
}

export const controlAccess = new ControlAccess();
