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

type Side = "from" | "to";

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

  /** Whether a piece goes on where the one before has ended. Of two constants each has its level. */
  joined(i: number): boolean {
    const [before, piece] = [this.all[i - 1], this.all[i]];
    const levels = before?.shape === constant && piece?.shape === constant;
    return before !== undefined && !levels && piece?.from === before.to;
  }

  #with(change: (all: Piece[]) => void): Pieces {
    const all = this.all.map((piece) => ({ ...piece }));
    change(all);
    return new Pieces(all, this.shapes);
  }

  /** The ends that move with one: what it is joined to, and both ends of a constant. */
  #together(piece: number, side: Side): [number, Side][] {
    const ends: [number, Side][] = [];
    const visit = (i: number, at: Side) => {
      const one = this.all[i];
      if (!one || ends.some(([known, other]) => known === i && other === at)) return;
      ends.push([i, at]);
      if (one.shape === constant) visit(i, at === "from" ? "to" : "from");
      if (at === "from" && this.joined(i)) visit(i - 1, "to");
      if (at === "to" && this.joined(i + 1)) visit(i + 1, "from");
    };
    visit(piece, side);
    return ends;
  }

  #withShare(i: number, side: Side, share: number): Pieces {
    const ends = this.#together(i, side);
    const least = Math.max(...ends.map(([one]) => this.#least(this.all[one]?.shape ?? "")));
    return this.#with((all) => {
      for (const [one, at] of ends) {
        const piece = all[one];
        if (piece) piece[at] = rounded(share, least);
      }
    });
  }

  withFrom(i: number, share: number): Pieces {
    return this.#withShare(i, "from", share);
  }

  withTo(i: number, share: number): Pieces {
    return this.#withShare(i, "to", share);
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
    const joined = this.joined(i + 1);
    const changed = this.#with((all) => {
      const [piece, next] = [all[i], all[i + 1]];
      if (!piece) return;
      piece.shape = shape;
      if (shape === constant) piece.to = piece.from;
      if (joined && next && next.shape !== constant) next.from = piece.to;
    });
    const { from = 0, to = 0 } = changed.all[i] ?? {};
    return changed.withFrom(i, from).withTo(i, to);
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
