/** A page of this site, fetched and taken apart, with none of its scripts running. */
export interface FetchedPage {
  document: Document;
  address: string;
}

/** A folder name: nothing that could lead out of the site. */
const pageName = /^[a-z0-9][a-z0-9-]*$/;

/** The page in a folder of the site; undefined where there is none. */
export async function fetchPage(name: string): Promise<FetchedPage | undefined> {
  if (name !== "" && !pageName.test(name)) return undefined;
  const address = new URL(`../${name && `${name}/`}`, location.href).href;
  const response = await fetch(address);
  if (response.status === 404) return undefined;
  if (!response.ok) throw new Error(`${address}: ${response.status} ${response.statusText}`);
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  // some hosts answer an unknown address with another page
  return page.documentElement.dataset.page === name
    ? { document: page, address: response.url }
    : undefined;
}
