/** Where the camera stands around the middle of a surface that it looks at; angles in degrees. */
export interface Orbit {
  /** Compass bearing of the camera from the middle: 0 in the north (larger y), 90 in the east. */
  bearing: number;
  /** Above the horizon; 90 is straight above. */
  elevation: number;
  zoom: number;
}

/** Seen as the contour is, x to the right, a little from one side. */
export const firstOrbit: Orbit = { bearing: 205, elevation: 35, zoom: 1 };

const elevations = { low: 5, high: 90 };
const zooms = { low: 0.7, high: 3 };

const within = (value: number, { low, high }: { low: number; high: number }) =>
  Math.max(low, Math.min(high, value));

/** The orbit after a turn; the bearing goes round, the elevation has ends. */
export function turned(orbit: Orbit, byBearing: number, byElevation: number): Orbit {
  return {
    ...orbit,
    bearing: (((orbit.bearing + byBearing) % 360) + 360) % 360,
    elevation: within(orbit.elevation + byElevation, elevations),
  };
}

export function zoomed(orbit: Orbit, factor: number): Orbit {
  return { ...orbit, zoom: within(orbit.zoom * factor, zooms) };
}

/** A place between two orbits, the shorter way round; `share` from 0 to 1. */
export function between(from: Orbit, to: Orbit, share: number): Orbit {
  const round = ((to.bearing - from.bearing + 540) % 360) - 180;
  const mix = (a: number, b: number) => a + (b - a) * share;
  return {
    bearing: (from.bearing + round * share + 360) % 360,
    elevation: mix(from.elevation, to.elevation),
    zoom: mix(from.zoom, to.zoom),
  };
}

/** The nearest of the eight directions, from 0 in the north, clockwise. */
export function compassPoint({ bearing }: Orbit): number {
  return Math.round(bearing / 45) % 8;
}

/** How many quarters the contour is turned to be seen from here, clockwise. */
export function quarterTurns({ bearing }: Orbit): number {
  return (Math.round((bearing - 180) / 90) + 4) % 4;
}

/** As an address has it: whole degrees, zoom to a hundredth. */
export function orbitText({ bearing, elevation, zoom }: Orbit): string {
  return [Math.round(bearing) % 360, Math.round(elevation), Number(zoom.toFixed(2))].join(",");
}

/** What `orbitText` wrote; undefined where it is no orbit. */
export function parseOrbit(text: string): Orbit | undefined {
  const parts = text.split(",");
  const numbers = parts.map((part) => (part.trim() === "" ? Number.NaN : Number(part)));
  const [bearing = Number.NaN, elevation = Number.NaN, zoom = Number.NaN] = numbers;
  const fits =
    parts.length === 3 &&
    bearing >= 0 &&
    bearing < 360 &&
    elevation === within(elevation, elevations) &&
    zoom === within(zoom, zooms);
  return fits ? { bearing, elevation, zoom } : undefined;
}
