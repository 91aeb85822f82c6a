import { NotExecutable } from "./expression.js";

/** A place in a TeX formula that moves on as pieces are taken. Spaces and \, count for nothing. */
export class TexReader {
  readonly tex: string;
  #position = 0;

  constructor(tex: string) {
    this.tex = tex;
  }

  /** What is left, from the next piece on. */
  get rest(): string {
    const [space = ""] = /^(?:\\,| )*/.exec(this.tex.slice(this.#position)) ?? [];
    this.#position += space.length;
    return this.tex.slice(this.#position);
  }

  /** The command that comes next, without its backslash: "frac" of \frac; empty if none does. */
  get command(): string {
    return /^\\([A-Za-z]+)/.exec(this.rest)?.[1] ?? "";
  }

  nextIs(piece: string): boolean {
    // \le is not the beginning of \left
    const isCommand = /^\\[A-Za-z]+$/.test(piece);
    return isCommand ? this.command === piece.slice(1) : this.rest.startsWith(piece);
  }

  take(piece: string): boolean {
    if (!this.nextIs(piece)) return false;
    this.#position += piece.length;
    return true;
  }

  expect(piece: string): void {
    if (!this.take(piece)) this.fail(`'${piece}'`);
  }

  /** What `pattern` matches here, or undefined. */
  match(pattern: RegExp): string | undefined {
    const [found] = pattern.exec(this.rest) ?? [];
    if (found !== undefined) this.#position += found.length;
    return found;
  }

  /** Throws with the formula, the position and what was wanted. */
  fail(wanted: string): never {
    const at = this.tex.length - this.rest.length;
    throw new NotExecutable(`${this.tex}\nat position ${at}: expected ${wanted}`);
  }
}
