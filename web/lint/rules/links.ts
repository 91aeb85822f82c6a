import { linkHosts } from "../link-hosts.js";
import { isElement, type Markup, readFragment } from "../markup.js";
import type { LintPage } from "../page.js";
import type { Problem } from "../problem.js";

/** The built site, as far as links need to know it. */
export interface LinkTargets {
  /** Whether a file, by its path below the site's root, is there. */
  hasFile(path: string): boolean;
  /** The ids of the page in a file. */
  idsIn(path: string): string[];
}

interface Link {
  /** `href` or `src` … */
  name: string;
  address: string;
  line: number | undefined;
}

const site = "http://site.invalid/";

function linksIn({ $, lineOf }: Markup): Link[] {
  return $("[href], [src], [srcset]")
    .toArray()
    .filter(isElement)
    .flatMap((element) => {
      const { href, src, srcset } = element.attribs;
      const candidates = (srcset ?? "").split(",").map((one) => one.trim().split(/\s+/)[0]);
      const link = (name: string, address: string | undefined): Link[] =>
        address === undefined ? [] : [{ name, address, line: lineOf(element, name) }];
      return [
        ...link("href", href),
        ...link("src", src),
        ...(srcset === undefined ? [] : candidates.flatMap((one) => link("srcset", one))),
      ];
    });
}

/** How the sentence about an address outside of the site goes on; undefined where all is well. */
function faultOutside(address: string): string | undefined {
  if (!/^https:\/\//i.test(address)) return "; allowed: relative addresses and https:";
  if (!URL.canParse(address) || /\s/.test(address)) return "; allowed: a well-formed address";
  const { hostname, port, username } = new URL(address);
  if (port || username) return "; allowed: a host without port and user";
  if (linkHosts.includes(hostname)) return undefined;
  return `; allowed: the hosts in web/lint/link-hosts.ts, ${linkHosts.join(", ")}`;
}

/** The same for an address inside of the site. */
function faultInside(address: string, page: string, targets: LinkTargets): string | undefined {
  if (address.trim() === "" || address.startsWith("/")) return "; allowed: a relative address";
  const base = new URL(page, site);
  if (!URL.canParse(address, base.href)) return "; allowed: a well-formed address";
  const { pathname, hash, origin } = new URL(address, base);
  if (origin !== base.origin) return "; allowed: a relative address";
  const path = decodeURIComponent(pathname).slice(1);
  const file = path === "" || path.endsWith("/") ? `${path}index.html` : path;
  if (!targets.hasFile(file)) {
    return `, and there is no ${file} in the built site; allowed: what is there`;
  }
  if (address.endsWith("#")) return "; allowed: an anchor with a name";
  const id = decodeURIComponent(hash.slice(1));
  if (id === "" || targets.idsIn(file).includes(id)) return undefined;
  return `, and ${file} has no id “${id}”; allowed: an id that is there`;
}

function faultOf(address: string, page: string, targets: LinkTargets): string | undefined {
  const outside = /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(address);
  return outside ? faultOutside(address) : faultInside(address, page, targets);
}

/** In the source, where it stands there: what was built is nothing an author looks at. */
function placeOf({ name, address, line }: Link, source: Markup, built: Markup) {
  const authored = linksIn(source).find((one) => one.address === address && one.name === name);
  return authored ? { file: source.file, line: authored.line } : { file: built.file, line };
}

function doubleIds(source: Markup, built: Markup): Problem[] {
  const seen = new Set<string>();
  return built
    .$("[id]")
    .toArray()
    .flatMap((element) => {
      const { id = "" } = element.attribs;
      if (!seen.has(id)) {
        seen.add(id);
        return [];
      }
      const own = source
        .$("[id]")
        .toArray()
        .findLast(({ attribs }) => attribs.id === id);
      return [
        {
          ...(own
            ? { file: source.file, line: source.lineOf(own, "id") }
            : { file: built.file, line: built.lineOf(element, "id") }),
          message: `got the id “${id}” a second time; allowed: once`,
        },
      ];
    });
}

/** Links, files and anchors lead somewhere; ids are there once. */
export function linksRule(page: LintPage, targets: LinkTargets): Problem[] {
  const { source, built } = page;
  if (!built) return [];
  const told = new Set<string>();
  const dead = (link: Link, place: Pick<Problem, "file" | "line">): Problem[] => {
    const fault = faultOf(link.address, page.path, targets);
    if (fault === undefined || told.has(link.address)) return [];
    told.add(link.address);
    return [
      {
        ...place,
        message: `got ${link.name}="${link.address}"${fault}`,
      },
    ];
  };
  const ofQuizzes = page.quizzes.flatMap((quiz) =>
    quiz.texts().flatMap(({ html, line, where }) =>
      linksIn(readFragment(quiz.file, line, html)).flatMap((link) =>
        dead(link, { file: quiz.file, line }).map((one) => ({
          ...one,
          message: `${where}: ${one.message}`,
        })),
      ),
    ),
  );
  return [
    ...ofQuizzes,
    ...linksIn(built).flatMap((link) => dead(link, placeOf(link, source, built))),
    ...doubleIds(source, built),
  ];
}
