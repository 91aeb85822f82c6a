/** A page of this site, fetched and taken apart; none of its scripts has run. */
export interface FetchedPage {
  document: Document;
  address: string;
  /** Addresses of its scripts, which bring its elements to life. */
  scripts: string[];
}

/** A folder name: nothing that could lead out of the site. */
const folderName = /^[a-z0-9][a-z0-9-]*$/;

/** The page in a folder of the site; undefined where there is none. */
export async function fetchPage(name: string): Promise<FetchedPage | undefined> {
  if (name !== "" && !folderName.test(name)) return undefined;
  const address = new URL(`../${name && `${name}/`}`, location.href).href;
  const response = await fetch(address);
  if (response.status === 404) return undefined;
  if (!response.ok) throw new Error(`${address}: ${response.status} ${response.statusText}`);
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  // some hosts answer an unknown address with another page
  if (page.documentElement.dataset.page !== name) return undefined;
  const sources = [...page.querySelectorAll("script[type=module][src]")]
    .map((script) => script.getAttribute("src") ?? "")
    .filter((source) => !source.includes("@vite/client")); // of the server for authors
  return {
    document: page,
    address: response.url,
    scripts: sources.map((source) => new URL(source, response.url).href),
  };
}
