import { scaleLinear } from "d3-scale";

/** A window of the plane and the pixels that show it; y grows upwards. */
export class Plane {
  constructor(
    readonly x: readonly [number, number],
    readonly y: readonly [number, number],
    readonly width: number,
    readonly height: number,
  ) {}

  px(x: number): number {
    return ((x - this.x[0]) / (this.x[1] - this.x[0])) * this.width;
  }

  py(y: number): number {
    return this.height - ((y - this.y[0]) / (this.y[1] - this.y[0])) * this.height;
  }

  /** The point under a pixel, rounded to what a pixel can tell, and kept inside the window. */
  at(px: number, py: number): [number, number] {
    const along = (low: number, high: number, share: number) => {
      const digits = Math.max(0, 2 - Math.floor(Math.log10(high - low)));
      const value = low + Math.max(0, Math.min(1, share)) * (high - low);
      return Number(value.toFixed(digits));
    };
    return [
      along(this.x[0], this.x[1], px / this.width),
      along(this.y[0], this.y[1], 1 - py / this.height),
    ];
  }

  xTicks(): number[] {
    return scaleLinear().domain(this.x).ticks(5);
  }

  yTicks(): number[] {
    return scaleLinear().domain(this.y).ticks(5);
  }
}
