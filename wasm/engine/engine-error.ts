/**
 * Everything that can go wrong at the door:
 * - `invalid_argument`: an input the caller can mend; `argument` names it, the message says what
 *   it was and what is allowed
 * - `out_of_memory`: the request is too large for this device
 * - `disposed`: the run was disposed before
 * - `superseded`: a newer request on the same channel took its place (worker only)
 * - `trap`: the engine broke off; the worker has been replaced (worker only)
 * - `load_failed`: WebAssembly is missing or a file did not arrive
 * - `unavailable`: this engine was built without what was asked for, to be small
 * - `internal`: a defect of the engine
 */
export type EngineErrorCode =
  | "invalid_argument"
  | "out_of_memory"
  | "disposed"
  | "superseded"
  | "trap"
  | "load_failed"
  | "unavailable"
  | "internal";

export class EngineError extends Error {
  override readonly name = "EngineError";

  constructor(
    readonly code: EngineErrorCode,
    message: string,
    /** The offending argument of `invalid_argument`, e.g. `method.learning_rate`. */
    readonly argument = "",
  ) {
    super(message);
  }
}
