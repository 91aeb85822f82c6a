import { type Expression, type FunctionName, NotExecutable, partsOf } from "./expression.js";

/** How a library of arrays writes what Python itself has no operator for. */
export interface Library {
  /** Its functions of arrays, entry by entry. */
  call(name: FunctionName, argument: string): string;
  /** The larger of two, at least one of them an array; a bare number comes second. */
  larger(name: "max" | "min", array: string, other: string, otherIsArray: boolean): string;
}

/** What the symbols of an expression are called. */
export interface Names {
  name(symbol: string, at: "t" | "t-1" | undefined): string;
  isArray(symbol: string): boolean;
}

enum Binds {
  sum,
  product,
  power,
  atom,
}

/** Functions of plain numbers; those of `math` need its import. */
const ofNumbers: Partial<Record<FunctionName, string>> = {
  abs: "abs",
  sqrt: "math.sqrt",
  exp: "math.exp",
  ln: "math.log",
  sin: "math.sin",
  cos: "math.cos",
  tanh: "math.tanh",
};

/** An expression in Python. */
export class PythonExpression {
  readonly #library: Library;
  readonly #names: Names;

  constructor(library: Library, names: Names) {
    this.#library = library;
    this.#names = names;
  }

  text(expression: Expression): string {
    return this.#text(expression, Binds.sum);
  }

  /** The text, in brackets where what stands around it binds more than `least`. */
  #text(expression: Expression, least: Binds): string {
    const [text, binds] = this.#plain(expression);
    return binds < least ? `(${text})` : text;
  }

  #plain(expression: Expression): [string, Binds] {
    switch (expression.kind) {
      case "number":
        return [expression.text, Binds.atom];
      case "symbol":
        return [this.#names.name(expression.symbol, expression.at), Binds.atom];
      case "sum":
        return [this.#sum(expression.terms), Binds.sum];
      case "product":
        return [this.#product(expression.factors), Binds.product];
      case "quotient":
        return [this.#product([expression]), Binds.product];
      case "power": {
        const base = this.#text(expression.base, Binds.atom);
        return [`${base}**${this.#text(expression.exponent, Binds.atom)}`, Binds.power];
      }
      case "call":
        return [this.#call(expression.name, expression.of), Binds.atom];
    }
  }

  #sum(terms: { negative: boolean; of: Expression }[]): string {
    return terms
      .map(({ negative, of }, i) => {
        const text = this.#text(of, Binds.product);
        if (i === 0) return negative ? `-${text}` : text;
        return `${negative ? "-" : "+"} ${text}`;
      })
      .join(" ");
  }

  /** a * b / c: a quotient among the factors needs no brackets, what is below it does. */
  #product(factors: Expression[]): string {
    return factors
      .map((factor, i) => {
        const times = i === 0 ? "" : " * ";
        if (factor.kind !== "quotient") return times + this.#text(factor, this.#place(i));
        const above = this.#text(factor.above, Binds.product);
        return `${times}${above} / ${this.#text(factor.below, Binds.power)}`;
      })
      .join("");
  }

  /** Only the first factor may be a product without brackets: a * (b * c) is no a * b * c. */
  #place(index: number): Binds {
    return index === 0 ? Binds.product : Binds.power;
  }

  #call(name: FunctionName, of: Expression[]): string {
    const [first, second] = of;
    if (!first) throw new NotExecutable(`${name} of nothing`);
    if (second) return this.#ofTwo(name, first, second);
    const argument = this.text(first);
    if (this.isArray(first)) return this.#library.call(name, argument);
    const plain = ofNumbers[name];
    if (!plain) throw new NotExecutable(`${name} of a number`);
    return `${plain}(${argument})`;
  }

  #ofTwo(name: FunctionName, first: Expression, second: Expression): string {
    if (name !== "max" && name !== "min") throw new NotExecutable(`${name} of two`);
    const [array, other] = this.isArray(first) ? [first, second] : [second, first];
    if (!this.isArray(array)) return `${name}(${this.text(first)}, ${this.text(second)})`;
    return this.#library.larger(name, this.text(array), this.text(other), this.isArray(other));
  }

  isArray(expression: Expression): boolean {
    return [...partsOf(expression)].some(
      (part) => part.kind === "symbol" && this.#names.isArray(part.symbol),
    );
  }
}

export const numpy: Library = {
  call(name, argument) {
    if (name === "above_zero") return `np.maximum(${argument}, tiny)`;
    return `np.${name === "ln" ? "log" : name}(${argument})`;
  },
  larger: (name, array, other) => `np.${name}imum(${array}, ${other})`,
};

export const torch: Library = {
  call(name, argument) {
    if (name === "above_zero") return `torch.clamp(${argument}, min=tiny)`;
    return `torch.${name === "ln" ? "log" : name}(${argument})`;
  },
  larger(name, array, other, otherIsArray) {
    if (otherIsArray) return `torch.${name}imum(${array}, ${other})`;
    return `torch.clamp(${array}, ${name === "max" ? "min" : "max"}=${other})`;
  },
};
