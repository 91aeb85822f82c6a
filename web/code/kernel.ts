import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { bare, itemsOf, namespaceBody } from "./cpp-items.js";
import { smallThings } from "./small-things.js";

/** A method's kernel as it stands in the core. */
export interface Kernel {
  /** Its header below the project's root. */
  file: string;
  className: string;
  /** The class without what it declares to the page, and what else is needed to read it. */
  text: string;
  /** The whole header. */
  source: string;
}

const folder = "core/optimizers";

/** Members that say to the page what a method is, and nothing of how it computes. */
const declaresOnly = /^\s*(static constexpr|enum : int)|\b(record_initial|stable_curvature)\(/;

/** The kernel of a method by its name. */
export function kernelOf(root: string, name: string): Kernel {
  for (const file of readdirSync(join(root, folder)).filter((one) => one.endsWith(".hpp"))) {
    const source = readFileSync(join(root, folder, file), "utf8");
    if (!source.includes(`std::string_view name = "${name}";`)) continue;
    return cut(root, `${folder}/${file}`, source);
  }
  throw new Error(`method: no header in ${folder} declares "${name}"`);
}

function cut(root: string, file: string, source: string): Kernel {
  const items = itemsOf(namespaceBody(source), 0);
  const declares = (item: string) => item.includes("std::string_view name =");
  const className = /class (\w+)/.exec(bare(items.find(declares) ?? ""))?.[1];
  if (!className) throw new Error(`${file}: no class has a name for the catalog`);
  const text = items.map((item) => (declares(item) ? withoutDeclarations(item) : item)).join("");
  const parts = [{ file, text }];
  const definitions = file.replace(/\.hpp$/, ".cpp");
  if (existsSync(join(root, definitions))) {
    const body = namespaceBody(readFileSync(join(root, definitions), "utf8"));
    parts.push({ file: definitions, text: body });
  }
  parts.push(...smallThings(parts.map((part) => part.text).join(""), root, source));
  return {
    file,
    className,
    source,
    text: `${parts.map((part) => `// ${part.file}\n\n${part.text.trim()}`).join("\n\n")}\n`,
  };
}

/** A class as it stands, but for members that only declare. */
function withoutDeclarations(item: string): string {
  const [, head = "", body = ""] = /^([\s\S]*?^class .*\{\n)([\s\S]*)^\};\n/m.exec(item) ?? [];
  const members = itemsOf(body, 2).filter((member) => !declaresOnly.test(bare(member)));
  return `${head}${members.join("").trimEnd()}\n};\n\n`;
}
