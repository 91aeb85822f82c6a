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
const own = ["lesson", "figure", "question", "theme"];

/** As a reader would write it: commas stand as they are. */
function queryText(query: URLSearchParams): string {
  return query.toString().replaceAll("%2C", ",");
}

/**
 * What of an address belongs to the figures whose keys begin with one of `owners`: keys with a
 * dot are some figure's, keys without hold for any page.
 */
function stateFor(address: string, owners?: readonly string[]): [string, string][] {
  return [...new URL(address).searchParams].filter(([key]) => {
    if (own.includes(key)) return false;
    const dot = key.indexOf(".");
    return dot < 0 || owners === undefined || owners.includes(key.slice(0, dot));
  });
}

/** The address that shows a figure alone, as it is on the page with the address `from`. */
export function figureAddress(
  { page, figure, question }: FigureRequest,
  { from, root, owners }: { from: string; root: string; owners?: readonly string[] },
): string {
  const query = new URLSearchParams();
  if (page) query.set("lesson", page);
  query.set("figure", figure);
  if (question !== undefined) query.set("question", question);
  for (const [key, value] of stateFor(from, owners)) query.append(key, value);
  return new URL(`figure/?${queryText(query)}`, root).href;
}

/** The address of the page a figure stands on, at the figure, as the address `from` has it. */
export function addressOnPage(
  { page, figure, question }: FigureRequest,
  { from, root }: { from: string; root: string },
): string {
  const query = queryText(new URLSearchParams(stateFor(from)));
  const place = question === undefined ? figure : `question-${question}`;
  return new URL(`${page && `${page}/`}${query && `?${query}`}#${place}`, root).href;
}
