import { existsSync, readFileSync } from "node:fs";
import { dirname, relative, resolve } from "node:path";
import type { Plugin } from "vite";
import { CodeFiles } from "./code-files.js";
import { contentSecurityPolicy } from "./content-security-policy.js";
import { readPlan } from "./course.js";
import { engineAtBuild, engineBuiltAt } from "./engine-at-build.js";
import { MathCharacters, writeFonts } from "./fonts.js";
import { listLessons, listTools } from "./lesson-list.js";
import { MathRenderer } from "./mathml.js";
import { type PageSection, pageSections } from "./page-sections.js";
import { renderPage, type Site } from "./render-page.js";
import { glossary, searchEntries, writeSearchIndex } from "./search-index.js";
import { writeNotation } from "./write-notation.js";

/** The list of lessons, and a page for frames: nobody looks for these. */
const notFound = new Set(["", "figure"]);

/**
 * Renders every page of `lessons/` around what its author wrote; with `only`, the folder of a
 * lesson, that page alone is built.
 */
export function pages(root: string, only?: string): Plugin {
  const lessonsDir = resolve(root, "lessons");
  let site: Site;
  let siteOf = 0;
  let building = false;

  /** Folders of all pages; the home page has none of its own. */
  const slugs = ({ lessons }: Site): (string | undefined)[] => [
    undefined,
    ...lessons.map(({ slug }) => slug),
    ...listTools(lessonsDir),
  ];

  async function openSite(): Promise<Site> {
    const built = await engineBuiltAt(root);
    const engine = await engineAtBuild(root);
    const opened: Site = {
      engine,
      math: new MathRenderer(engine.catalog()),
      lessons: listLessons(lessonsDir),
      plan: readPlan(lessonsDir),
      code: new CodeFiles(root, engine.catalog()),
    };
    // Rendering once tells which symbols there are and which characters their font must have.
    const sections: PageSection[] = [];
    const characters = new MathCharacters();
    for (const slug of slugs(opened)) {
      sections.push(...pageSections(await render(opened, slug), slug ?? ""));
      const isLesson = opened.lessons.some((lesson) => lesson.slug === slug);
      characters.add(opened.math.takeCharacters(), isLesson);
    }
    opened.sections = sections;
    const found = sections.filter(({ slug }) => !notFound.has(slug));
    const terms = slugs(opened).includes(glossary) ? await render(opened, glossary) : undefined;
    writeSearchIndex(root, searchEntries(opened, found, terms));
    await writeNotation(root, opened);
    characters.add(opened.math.takeCharacters(), false);
    await writeFonts(root, characters);
    siteOf = built;
    return opened;
  }

  function render(where: Site, slug: string | undefined, source?: string): Promise<string> {
    const folder = slug ? resolve(lessonsDir, slug) : lessonsDir;
    const text = source ?? readFileSync(resolve(folder, "index.html"), "utf8");
    return renderPage(text, { slug, folder }, where);
  }

  return {
    name: "fall-line-pages",
    async config(_, { command, isPreview }) {
      if (isPreview) return; // dist/ is served as it is
      building = command === "build";
      site = await openSite();
      const built = only === undefined ? slugs(site) : [only];
      const input = built.map((slug) => resolve(lessonsDir, slug ?? "", "index.html"));
      return { build: { rollupOptions: { input } } };
    },
    generateBundle() {
      for (const [fileName, source] of site.code.written) {
        this.emitFile({ type: "asset", fileName, source });
      }
    },
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const text = site.code.written.get((request.url ?? "").replace(/^\//, ""));
        if (text === undefined) next();
        else response.end(text);
      });
      server.watcher.add([lessonsDir, resolve(root, "web/site")]);
      server.watcher.on("all", async (_, file) => {
        if (!/\.(html|json)$/.test(file) || !file.startsWith(lessonsDir)) return;
        try {
          site = await openSite();
          server.ws.send({ type: "full-reload" });
        } catch (error) {
          const message = error instanceof Error ? error.message : String(error);
          server.config.logger.error(message);
          server.ws.send({ type: "error", err: { message, stack: "" } });
        }
      });
    },
    transformIndexHtml: {
      order: "pre",
      async handler(source, { filename }) {
        if (!building && siteOf !== (await engineBuiltAt(root))) site = await openSite();
        const slug = relative(lessonsDir, dirname(filename)) || undefined;
        if (slug && !existsSync(resolve(lessonsDir, slug, "index.html"))) return source;
        const html = await render(site, slug, source);
        return building ? contentSecurityPolicy(html) : html;
      },
    },
  };
}
