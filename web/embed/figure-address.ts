/** Which figure an address such as `figure/?lesson=adam&figure=race` asks for. */
export interface FigureRequest {
  /** Folder of the page it stands on; empty for the home page. */
  page: string;
  /** Id of an element, or the name of a scene: all elements of it. */
  figure: string;
  /** Id of the one question of a quiz to be shown. */
  question: string | undefined;
}

/** Keys of an address that say which figure is shown and how, not what is in it. */
const own = ["lesson", "figure", "question", "theme", "lecture"];

/** As a reader would write it: commas stand as they are. */
function queryText(query: URLSearchParams): string {
  return query.toString().replaceAll("%2C", ",");
}

function stateIn(address: string): [string, string][] {
  return [...new URL(address).searchParams].filter(([key]) => !own.includes(key));
}

/**
 * The address that shows a figure alone, as it is on the page with the address `from`. Of the
 * keys there it takes those of the figure, which begin with one of `owners` and a dot, and those
 * without a dot: they hold for any page.
 */
export function figureAddress(
  { page, figure, question }: FigureRequest,
  { from, root, owners }: { from: string; root: string; owners: readonly string[] },
): string {
  const query = new URLSearchParams();
  if (page) query.set("lesson", page);
  query.set("figure", figure);
  if (question !== undefined) query.set("question", question);
  for (const [key, value] of stateIn(from)) {
    const dot = key.indexOf(".");
    if (dot < 0 || owners.includes(key.slice(0, dot))) query.append(key, value);
  }
  return new URL(`figure/?${queryText(query)}`, root).href;
}

/** The address of a page, at the element with an id, in the state that `from` has. */
export function addressOnPage(
  page: string,
  id: string,
  { from, root }: { from: string; root: string },
): string {
  const query = queryText(new URLSearchParams(stateIn(from)));
  return new URL(`${page && `${page}/`}${query && `?${query}`}#${id}`, root).href;
}
