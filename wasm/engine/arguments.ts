// What is checked before a value crosses into wasm: glue code that refuses a value halfway
// through a call would leave the text it has copied for the other arguments behind.
import { EngineError } from "./engine-error.js";
import type { Axis } from "./types.js";

function described(value: unknown): string {
  if (typeof value === "string") return `'${value}'`;
  if (value === null || typeof value === "number" || typeof value === "boolean") return `${value}`;
  if (Array.isArray(value)) return `a list of ${value.length}`;
  return value === undefined ? "nothing" : `a value of type ${typeof value}`;
}

/** The error for an input the caller can mend, worded as the core words its own. */
export function invalidArgument(argument: string, got: unknown, allowed: string): EngineError {
  const message = `${argument}: got ${described(got)}; allowed: ${allowed}`;
  return new EngineError("invalid_argument", message, argument);
}

export function checkedNumber(argument: string, value: unknown): number {
  if (typeof value !== "number") throw invalidArgument(argument, value, "a number");
  return value;
}

export function checkedText(argument: string, value: unknown): string {
  if (typeof value !== "string") throw invalidArgument(argument, value, "a text");
  return value;
}

export function checkedNumbers(argument: string, value: unknown): number[] {
  const listed = Array.isArray(value) || ArrayBuffer.isView(value);
  const numbers: unknown[] = listed ? Array.from(value as ArrayLike<unknown>) : [];
  if (!listed || !numbers.every((number) => typeof number === "number")) {
    throw invalidArgument(argument, value, "a list of numbers");
  }
  return numbers as number[];
}

/** Both axes of a grid, flat. */
export function checkedAxes(
  x: unknown,
  y: unknown,
): [number, number, number, number, number, number] {
  return [...checkedAxis("x", x), ...checkedAxis("y", y)];
}

function checkedAxis(argument: string, value: unknown): Axis {
  const numbers = Array.isArray(value) ? value : [];
  if (numbers.length !== 3 || !numbers.every((number) => typeof number === "number")) {
    throw invalidArgument(argument, value, "[low, high, number of points]");
  }
  return value as Axis;
}

/** `value`, which must be an object to be read from. */
export function checkedObject<T extends object>(argument: string, value: T): T {
  if (typeof value !== "object" || value === null) {
    throw invalidArgument(argument, value, "an object");
  }
  return value;
}
