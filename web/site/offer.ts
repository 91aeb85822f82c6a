/** What of the catalog the readers of a page may choose from, beside what it mentions. */
export interface Offer {
  methods: Set<string>;
  datasets: Set<string>;
  problems: Set<string>;
}

export const nothingOffered: Offer = {
  methods: new Set(),
  datasets: new Set(),
  problems: new Set(),
};
