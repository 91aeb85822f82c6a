import { spawnSync } from "node:child_process";
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { strFromU8, unzipSync } from "fflate";
import { extract } from "tar-stream";
import { expect, onTestFinished, test, vi } from "vitest";
import { checksums, differences, filesOf, tarGz, zip } from "../../web/commands/archive.mjs";
import { hosting, releaseDate } from "../../web/commands/release.mjs";
import { inRoot } from "../../web/commands/root.mjs";

const date = new Date("2026-03-29T01:30:00Z"); // in Europe there is no such hour that day

const contents: [name: string, text: string][] = [
  ["index.html", "<!doctype html>"],
  ["adam/index.html", "Adam: β₁"],
  ["assets/engine.wasm", "\0asm"],
  ["a.txt", ""],
  ["a/b.txt", "b"],
];

function folderOf(files: typeof contents, modes: number, seconds: number): string {
  const folder = mkdtempSync(join(tmpdir(), "fall-line-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [name, text] of files) {
    const file = join(folder, name);
    mkdirSync(join(file, ".."), { recursive: true });
    writeFileSync(file, text);
    chmodSync(file, modes);
    utimesSync(file, seconds, seconds);
  }
  return folder;
}

test("archives are the same bytes, whatever the order, age, rights and time zone of the files", async () => {
  onTestFinished(() => void vi.unstubAllEnvs());
  const made: Uint8Array[][] = [];
  for (const [zone, files, modes, age] of [
    ["UTC", contents, 0o644, 1e9],
    ["America/New_York", contents.toReversed(), 0o600, 17e8],
    ["Asia/Kathmandu", contents, 0o755, 12e8],
    ["Europe/Berlin", contents, 0o640, 15e8],
  ] as const) {
    vi.stubEnv("TZ", zone);
    const entries = filesOf(folderOf([...files], modes, age), "fall-line-1/site/");
    made.push([await tarGz(entries, date), await zip(entries, date)]);
  }
  const [first, ...others] = made;
  for (const other of others) expect(other).toEqual(first);
});

test("archives hold every file once, with its contents", async () => {
  const entries = filesOf(folderOf(contents, 0o644, 1e9), "x/");
  const wanted = Object.fromEntries(contents.map(([name, text]) => [`x/${name}`, text]));

  const zipped = Object.entries(unzipSync(await zip(entries, date)));
  expect(Object.fromEntries(zipped.map(([name, bytes]) => [name, strFromU8(bytes)]))).toEqual(
    wanted,
  );

  const found: Record<string, string> = {};
  const reader = extract();
  reader.end(gunzipSync(await tarGz(entries, date)));
  for await (const entry of reader) {
    const parts: Buffer[] = [];
    for await (const part of entry) parts.push(part as Buffer);
    found[entry.header.name] = Buffer.concat(parts).toString();
    expect(entry.header).toMatchObject({ mode: 0o644, uid: 0, gid: 0, mtime: date });
  }
  expect(found).toEqual(wanted);
  expect(Object.keys(found), "in order").toEqual(Object.keys(wanted).sort());
});

test("checksums are those that sha256sum checks", () => {
  const bytes = new TextEncoder().encode("abc");
  expect(checksums([{ name: "a.zip", bytes }])).toBe(
    "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  a.zip\n",
  );
});

test("what differs between two builds is named", () => {
  const entry = (name: string, text: string) => ({ name, bytes: new TextEncoder().encode(text) });
  const one = [entry("a", "1"), entry("b", "2"), entry("c", "3")];
  expect(differences(one, one)).toEqual([]);
  expect(differences(one, [entry("a", "1"), entry("b", "x"), entry("d", "3")])).toEqual([
    "b",
    "c",
    "d",
  ]);
});

test("a release has the date of its last commit, or the one that is asked for", async () => {
  const { stdout } = spawnSync("git", ["log", "-1", "--format=%ct"], {
    cwd: inRoot(),
    encoding: "utf8",
  });
  if (stdout) expect((await releaseDate(undefined)).getTime()).toBe(Number(stdout) * 1000);
  expect((await releaseDate("1700000000")).toISOString()).toBe("2023-11-14T22:13:20.000Z");
  for (const wrong of ["yesterday", "-5", "1.5", "1e9"]) {
    await expect(releaseDate(wrong)).rejects.toThrow(
      `SOURCE_DATE_EPOCH is "${wrong}": it must be a whole number, the seconds since 1970`,
    );
  }
});

test("hosts get the README’s words about hosting", () => {
  const text = hosting(readFileSync(inRoot("README.md"), "utf8"));
  expect(text).toMatch(/^# Hosting Fall Line\n/);
  expect(text).toContain("nginx");
  expect(text).not.toMatch(/^## Put a figure/m);
});
