/** Names as a person types a list of them. */
export function splitList(typed: string): string[] {
  return typed
    .split(/[,，、;；\n]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}
