/** Hosts that pages may link to. A host that is not here is a typing error, until it is added. */
export const linkHosts = ["arxiv.org", "doi.org", "opensource.org"];
