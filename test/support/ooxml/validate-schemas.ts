import { execFile, execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type OpenedPackage, openPackage } from './open-docx.ts';

const projectRoot = fileURLToPath(new URL('../../..', import.meta.url));
const schemaFolder = join(process.env.HUIGAO_SHARED ?? join(projectRoot, '../shared'), 'schemas');

/** Why the schemas cannot be used here, or null: they are not part of the project, and nothing in it may need them. */
export function whyNoSchemas(): string | null {
  if (!existsSync(join(schemaFolder, 'ooxml-transitional/wml.xsd'))) return 'the ISO/IEC 29500 schemas are not here';
  try {
    execFileSync('xmllint', ['--version'], { stdio: 'ignore' });
    return null;
  } catch {
    return 'xmllint is not here';
  }
}

const coreSchema = 'core.xsd';

const schemas: readonly (readonly [RegExp, string])[] = [
  [/^\[Content_Types\]\.xml$/, 'opc/opc-contentTypes.xsd'],
  [/\.rels$/, 'opc/opc-relationships.xsd'],
  [/^docProps\/core\.xml$/, coreSchema],
  [/^docProps\/app\.xml$/, 'ooxml-transitional/shared-documentPropertiesExtended.xsd'],
  [/^word\/charts\/chart\d+\.xml$/, 'ooxml-transitional/dml-chart.xsd'],
  [/^word\/theme\/theme\d+\.xml$/, 'ooxml-transitional/dml-main.xsd'],
  [/^word\/[^/]+\.xml$/, 'ooxml-transitional/wml.xsd'],
  [/^xl\/.*\.xml$/, 'ooxml-transitional/sml.xsd'],
];

/**
 * Markup compatibility (ISO/IEC 29500-3): namespaces that a reader may ignore are not in the schemas, so their attributes
 * and the list that names them go before validation. Elements of such namespaces would stay and be reported.
 */
export function preprocessCompatibility(xml: string): string {
  const [, list] = /\smc:Ignorable="([^"]*)"/.exec(xml) ?? [];
  if (list === undefined) return xml;
  const prefixes = list.trim().split(/\s+/).join('|');
  return xml.replace(/\smc:Ignorable="[^"]*"/, '').replace(new RegExp(`\\s(?:${prefixes}):[\\w.-]+="[^"]*"`, 'g'), '');
}

/** The core properties' schema does not say where the xml namespace is declared; this one says it first. */
function writeCoreSchema(folder: string): Promise<void> {
  const imports = [
    ['http://www.w3.org/XML/1998/namespace', 'ooxml-transitional/xml.xsd'],
    ['http://schemas.openxmlformats.org/package/2006/metadata/core-properties', 'opc/opc-coreProperties.xsd'],
  ].map(
    ([namespace, path]) => `<xs:import namespace="${namespace}" schemaLocation="${join(schemaFolder, path ?? '')}"/>`,
  );
  const schema = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">${imports.join('')}</xs:schema>`;
  return writeFile(join(folder, coreSchema), schema);
}

/** The core properties' schema imports Dublin Core from the web; any element of it will do. */
async function writeCatalog(folder: string): Promise<string> {
  const base = 'http://dublincore.org/schemas/xmls/qdc/2003/04/02';
  const stubs = [
    [
      'dc',
      'http://purl.org/dc/elements/1.1/',
      ['creator', 'description', 'identifier', 'language', 'subject', 'title'],
    ],
    ['dcterms', 'http://purl.org/dc/terms/', ['created', 'modified']],
  ] as const;
  for (const [name, namespace, elements] of stubs) {
    const declared = elements.map((element) => `<xs:element name="${element}" type="xs:string"/>`);
    const schema = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="${namespace}">${declared.join('')}</xs:schema>`;
    await writeFile(join(folder, `${name}.xsd`), schema);
  }
  const catalog = join(folder, 'catalog.xml');
  const entries = stubs.map(([name]) => `<system systemId="${base}/${name}.xsd" uri="${name}.xsd"/>`);
  await writeFile(
    catalog,
    `<catalog xmlns="urn:oasis:names:tc:entity:xmlns:xml:catalog">${entries.join('')}</catalog>`,
  );
  return catalog;
}

interface LintJob {
  readonly schema: string;
  readonly files: readonly string[];
  readonly catalog: string;
}

function lint({ schema, files, catalog }: LintJob): Promise<readonly string[]> {
  const env = { PATH: process.env.PATH ?? '', XML_CATALOG_FILES: catalog };
  const schemaPath = schema === coreSchema ? join(dirname(catalog), coreSchema) : join(schemaFolder, schema);
  const args = ['--nonet', '--noout', '--schema', schemaPath, ...files];
  return new Promise((resolve) => {
    execFile('xmllint', args, { env }, (error, _stdout, stderr) => {
      const complaints = stderr.split('\n').filter((line) => line !== '' && !line.endsWith(' validates'));
      resolve(error === null ? [] : complaints);
    });
  });
}

async function validateParts(file: OpenedPackage, folder: string, label: string): Promise<readonly string[]> {
  const catalog = await writeCatalog(folder);
  await writeCoreSchema(folder);
  const groups = new Map<string, string[]>();
  const problems: string[] = [];
  for (const [index, path] of file.names.entries()) {
    if (path.endsWith('.xlsx')) continue;
    const schema = schemas.find(([pattern]) => pattern.test(path))?.[1];
    if (schema === undefined) {
      problems.push(`${label}: no schema for ${path}`);
      continue;
    }
    const written = join(folder, `${index}-${path.replaceAll(/[^\w.]/g, '-')}`);
    await writeFile(written, preprocessCompatibility(file.text(path)));
    groups.set(schema, [...(groups.get(schema) ?? []), written]);
  }
  for (const [schema, files] of groups) problems.push(...(await lint({ schema, files, catalog })));
  return problems;
}

/** What the transitional schemas say against any part of a Word file and of its workbooks. Empty when all is well. */
export async function validateSchemas(docx: Uint8Array): Promise<readonly string[]> {
  const file = openPackage(docx);
  const workbooks = file.names.filter((name) => name.endsWith('.xlsx'));
  const problems: string[] = [];
  for (const path of ['', ...workbooks]) {
    const folder = await mkdtemp(join(tmpdir(), 'huigao-schemas-'));
    const opened = path === '' ? file : openPackage(file.content(path));
    problems.push(...(await validateParts(opened, folder, path === '' ? 'docx' : path)));
    await rm(folder, { recursive: true });
  }
  return problems;
}
