import { posix } from 'node:path';
import type { OpenedPackage } from './open-docx.ts';

/** What is wrong with the container: names, content types, relationships. Empty when all is well. */
export function checkPackage(file: OpenedPackage): readonly string[] {
  return [...checkNames(file), ...checkContentTypes(file), ...checkRelationships(file)];
}

/** Values that stand twice in a list. */
export function duplicatesOf(values: readonly string[]): readonly string[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];
}

function checkNames({ names }: OpenedPackage): readonly string[] {
  const lower = names.map((name) => name.toLowerCase());
  return [
    ...duplicatesOf(lower).map((name) => `zip name twice: ${name}`),
    ...(names[0] === '[Content_Types].xml' ? [] : ['the zip does not begin with [Content_Types].xml']),
  ];
}

function checkContentTypes(file: OpenedPackage): readonly string[] {
  const types = file.xml('[Content_Types].xml').children;
  const extensions = types
    .filter(({ name }) => name === 'Default')
    .map(({ attributes }) => attributes.get('Extension'));
  const overrides = types.flatMap(({ name, attributes }) =>
    name === 'Override' ? [(attributes.get('PartName') ?? '').slice(1)] : [],
  );
  const uncovered = file.names.filter(
    (name) =>
      name !== '[Content_Types].xml' &&
      !overrides.includes(name) &&
      !(name.endsWith('.rels') && extensions.includes('rels')),
  );
  return [
    ...uncovered.map((name) => `no content type of its own: ${name}`),
    ...overrides.filter((name) => !file.has(name)).map((name) => `content type of a missing part: ${name}`),
    ...duplicatesOf(overrides).map((name) => `content type twice: ${name}`),
  ];
}

/** The part that a .rels file speaks of; empty for the package itself. */
function sourceOf(relsPath: string): string {
  return relsPath === '_rels/.rels' ? '' : relsPath.replace(/_rels\/([^/]+)\.rels$/, '$1');
}

function checkRelationships(file: OpenedPackage): readonly string[] {
  const problems: string[] = [];
  const reached = new Set(['[Content_Types].xml']);
  for (const relsPath of file.names.filter((name) => name.endsWith('.rels'))) {
    reached.add(relsPath);
    const source = sourceOf(relsPath);
    const relationships = file.xml(relsPath).children.map(({ attributes }) => ({
      id: attributes.get('Id') ?? '',
      target: posix.join(posix.dirname(source), attributes.get('Target') ?? ''),
    }));
    if (source !== '' && !file.has(source)) problems.push(`relationships of a missing part: ${source}`);
    problems.push(...duplicatesOf(relationships.map(({ id }) => id)).map((id) => `${relsPath}: ${id} twice`));
    for (const { id, target } of relationships) {
      reached.add(target);
      if (!file.has(target)) problems.push(`${relsPath}: ${id} leads to a missing ${target}`);
    }
    if (source !== '') {
      const known = relationships.map(({ id }) => id);
      problems.push(
        ...usedIds(file.text(source))
          .filter((id) => !known.includes(id))
          .map((id) => `${source}: no ${id}`),
      );
    }
  }
  return [...problems, ...file.names.filter((name) => !reached.has(name)).map((name) => `nothing leads to ${name}`)];
}

function usedIds(xml: string): readonly string[] {
  return [...xml.matchAll(/ r:(?:id|embed|link)="([^"]*)"/g)].map(([, id]) => id ?? '');
}
