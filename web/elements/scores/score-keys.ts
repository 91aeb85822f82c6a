/** How far a key moves a value between `low` and `high`; undefined for a key that moves nothing. */
export function keyedStep(event: KeyboardEvent, low: number, high: number): number | undefined {
  const small = (high - low) / 200;
  const large = (high - low) / 20;
  const size = event.shiftKey ? large : small;
  switch (event.key) {
    case "ArrowRight":
    case "ArrowUp":
      return size;
    case "ArrowLeft":
    case "ArrowDown":
      return -size;
    case "PageUp":
      return large;
    case "PageDown":
      return -large;
    default:
      return undefined;
  }
}

/** `value` kept between `low` and `high`, and rounded as one can drag it: to a tenth or finer. */
export function draggable(value: number, low: number, high: number): number {
  const digits = Math.max(1, 2 - Math.floor(Math.log10(high - low)));
  return Number(Math.max(low, Math.min(high, value)).toFixed(digits));
}
