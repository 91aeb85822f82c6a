/**
 * A failure the reader can act on: its message is printed without a stack trace.
 * Anything else that is thrown is a bug of these commands and keeps its trace.
 */
export class Stop extends Error {
  /**
   * @param {string} message
   * @param {{ output?: string }} [details] `output`: what the failed tool wrote
   */
  constructor(message, { output = "" } = {}) {
    super(message);
    this.name = "Stop";
    this.output = output;
  }
}
