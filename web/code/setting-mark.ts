/**
 * Marks in the text of a program the places where a setting in force stands, so that the page can
 * put the reader's own there. The two characters are of Unicode's private use.
 */
const begin = "\ue000";
const end = "\ue001";
const marks = new RegExp(`${begin}(\\w+)${end}`, "g");

export function settingMark(name: string): string {
  return begin + name + end;
}

/** A setting's place in a text without marks. */
export interface SettingPlace {
  offset: number;
  length: number;
  name: string;
}

/** The text with `settings` in place of its marks, and where they stand now. */
export function withSettings(
  text: string,
  settings: Record<string, string>,
): { text: string; places: SettingPlace[] } {
  const places: SettingPlace[] = [];
  let shift = 0;
  const filled = text.replace(marks, (mark, name: string, at: number) => {
    const value = settings[name] ?? "";
    places.push({ offset: at + shift, length: value.length, name });
    shift += value.length - mark.length;
    return value;
  });
  return { text: filled, places };
}
