import type { PieceShape } from "../../wasm/engine/types.js";

/** A stretch of a schedule as a reader sets it; the core says what the rate is in between. */
export interface Piece {
  shape: string;
  /** Steps it takes. */
  length: number;
  /** Shares of the learning rate at its ends; of a constant piece the same. */
  from: number;
  to: number;
}

const constant = "constant";
export const mostPieces = 50;
/** What a share is rounded to, and the smallest that a form takes which never comes down to 0. */
export const finest = 0.01;
const largest = 1e6;

/** The pieces in the text of the schedule `pieces`; undefined where it is none. */
export function parsePieces(text: string, shapes: readonly PieceShape[]): Piece[] | undefined {
  const pieces = text.split(",").map((one) => {
    const [shape = "", ...rest] = one.split(":").map((word) => word.trim());
    const [length = Number.NaN, from = Number.NaN, to] = rest.map((word) =>
      word === "" ? Number.NaN : Number(word),
    );
    const ends = shape === constant ? 2 : 3;
    return rest.length === ends ? { shape, length, from, to: to ?? from } : undefined;
  });
  const good = pieces.every((piece) => piece && !faultOf(piece, shapes));
  return good && pieces.length <= mostPieces ? (pieces as Piece[]) : undefined;
}

/** What the piece may not be; undefined where all is well. */
export function faultOf(
  { shape, length, from, to }: Piece,
  shapes: readonly PieceShape[],
): "shape" | "length" | "share" | "zero" | undefined {
  const known = shapes.find(({ name }) => name === shape);
  if (!known) return "shape";
  if (!(length > 0 && length <= largest)) return "length";
  if (![from, to].every((share) => share >= 0 && share <= largest)) return "share";
  return known.aboveZero && (from === 0 || to === 0) ? "zero" : undefined;
}

/** As the address and the core have them. */
export function piecesText(pieces: readonly Piece[]): string {
  return pieces
    .map(({ shape, length, from, to }) =>
      [shape, length, from, ...(shape === constant ? [] : [to])].join(":"),
    )
    .join(",");
}

/** When each piece begins, and when the last one ends. */
export function beginnings(pieces: readonly Piece[]): number[] {
  const times = [0];
  for (const { length } of pieces) times.push((times.at(-1) ?? 0) + length);
  return times;
}

function rounded(share: number, low: number): number {
  return Math.max(low, Number((Math.round(share / finest) * finest).toFixed(6)));
}

/** Pieces that can be changed; each change gives others. */
export class Pieces {
  constructor(
    readonly all: readonly Piece[],
    readonly shapes: readonly PieceShape[],
  ) {}

  /** The least share that a piece can begin or end with. */
  #least(shape: string): number {
    return this.shapes.find(({ name }) => name === shape)?.aboveZero ? finest : 0;
  }

  /** Whether a piece goes on where the one before has ended. */
  joined(i: number): boolean {
    return i > 0 && this.all[i]?.from === this.all[i - 1]?.to;
  }

  #with(change: (all: Piece[]) => void): Pieces {
    const all = this.all.map((piece) => ({ ...piece }));
    change(all);
    return new Pieces(all, this.shapes);
  }

  /** Piece i begins with `share`; as it stands, without the piece before. */
  #setFrom(all: Piece[], i: number, share: number): void {
    const piece = all[i];
    if (!piece) return;
    piece.from = rounded(share, this.#least(piece.shape));
    if (piece.shape === constant) this.#setTo(all, i, piece.from);
  }

  /** Piece i ends with `share`, and what goes on from there begins with it. */
  #setTo(all: Piece[], i: number, share: number): void {
    const piece = all[i];
    if (!piece) return;
    const joined = this.joined(i + 1);
    const next = all[i + 1];
    piece.to = rounded(share, this.#least(piece.shape));
    if (joined && next) piece.to = rounded(piece.to, this.#least(next.shape));
    if (piece.shape === constant) piece.from = piece.to;
    if (joined) this.#setFrom(all, i + 1, piece.to);
  }

  withFrom(i: number, share: number): Pieces {
    return this.#with((all) => {
      if (this.joined(i)) this.#setTo(all, i - 1, share);
      else this.#setFrom(all, i, share);
    });
  }

  withTo(i: number, share: number): Pieces {
    return this.#with((all) => this.#setTo(all, i, share));
  }

  /** The end of piece i at another time: the next one begins then, the others stay where they are. */
  withEnd(i: number, time: number, last: number): Pieces {
    return this.#with((all) => {
      const begin = beginnings(all)[i] ?? 0;
      const [piece, next] = [all[i], all[i + 1]];
      if (!piece) return;
      const both = next ? piece.length + next.length : Math.max(piece.length, last - begin);
      const most = next ? Math.max(1, both - 1) : both;
      const length = Math.min(most, Math.max(1, Math.round(time - begin)));
      if (next) next.length = both - length;
      piece.length = length;
    });
  }

  withLength(i: number, length: number): Pieces {
    return this.#with((all) => {
      const piece = all[i];
      if (piece) piece.length = length;
    });
  }

  withShape(i: number, shape: string): Pieces {
    return this.#with((all) => {
      const piece = all[i];
      if (!piece) return;
      piece.shape = shape;
      const joinedBefore = this.joined(i);
      const joinedAfter = this.joined(i + 1);
      const least = this.#least(shape);
      piece.from = Math.max(piece.from, least);
      piece.to = shape === constant ? piece.from : Math.max(piece.to, least);
      const before = all[i - 1];
      if (joinedBefore && before && before.shape !== constant) before.to = piece.from;
      if (joinedAfter) this.#setFrom(all, i + 1, piece.to);
    });
  }

  /** One more at the end: as long as there is time left, on the level that has been reached. */
  withMore(last: number): Pieces {
    return this.#with((all) => {
      const share = all.at(-1)?.to ?? 1;
      const left = last - (beginnings(all).at(-1) ?? 0);
      all.push({ shape: constant, length: left >= 1 ? left : 20, from: share, to: share });
    });
  }

  without(i: number): Pieces {
    return this.#with((all) => all.splice(i, 1));
  }

  /** Piece i before the one that comes before it. */
  withEarlier(i: number): Pieces {
    return this.#with((all) => all.splice(i - 1, 2, all[i] as Piece, all[i - 1] as Piece));
  }
}
