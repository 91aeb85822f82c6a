/** What a slider goes through, from end to end; evenly, or evenly in its logarithm. */
export interface SliderScale {
  low: number;
  high: number;
  log: boolean;
}

/** How far along the slider a value is, 0 … 1; at an end where it is beyond. */
export function shareOf({ low, high, log }: SliderScale, value: number): number {
  const share = log
    ? Math.log(Math.max(value, low) / low) / Math.log(high / low)
    : (value - low) / (high - low);
  return Math.max(0, Math.min(1, share));
}

/** The value that far along. */
export function valueAtShare({ low, high, log }: SliderScale, share: number): number {
  return log ? low * (high / low) ** share : low + share * (high - low);
}
