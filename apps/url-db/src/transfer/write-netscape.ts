import type { AttributeValue, Domain, ExportedNode, UrlStore } from '../storage/store.ts';
import type { ExportOptions } from './export-options.ts';
import { folderAttribute } from './folder-path.ts';
import { createFolder, type Folder, putInto } from './folder-tree.ts';
import { writeAttribute, writeText } from './netscape-text.ts';
import { exactTime, toAttributeRecord, toDomainRecord } from './to-records.ts';

const head = `<!DOCTYPE NETSCAPE-Bookmark-file-1>
<!-- This is an automatically generated file.
     It will be read and overwritten.
     DO NOT EDIT! -->
<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8">
<TITLE>Bookmarks</TITLE>
<H1>Bookmarks</H1>
<DL><p>
`;

const pageSize = 200;

/**
 * Bookmarks as browsers read them: each domain a folder, and in it the folders that the attribute `folder` names. What the
 * format has no place for stands in an attribute that browsers pass over, so that we get all of it back.
 *
 * Two passes: the first one learns the folders, and keeps nothing of a node but its id.
 */
export async function* writeNetscape({
  store,
  domains,
  onNode,
}: ExportOptions): AsyncGenerator<string> {
  yield head;
  for (const domain of domains) {
    const definitions = (await store.listAttributeDefinitions(domain.name)) ?? [];
    const extras = JSON.stringify(toDomainRecord(domain, definitions));
    yield `    <DT><H3 ADD_DATE="${seconds(domain.createdAt)}" DATA-URL-DB="${writeAttribute(extras)}">${writeText(domain.name)}</H3>\n`;
    if (domain.description !== null) yield `    <DD>${writeText(domain.description)}\n`;
    const root = createFolder();
    for await (const { node, attributes } of store.readAll(domain.name)) {
      putInto(root, node.id, folderOf(attributes)?.value);
      onNode?.();
    }
    yield* writeFolder(store, domain, root, 1);
  }
  yield '</DL><p>\n';
}

async function* writeFolder(
  store: UrlStore,
  domain: Domain,
  { ids, folders }: Folder,
  depth: number,
): AsyncGenerator<string> {
  const indent = '    '.repeat(depth);
  yield `${indent}<DL><p>\n`;
  for (const [name, folder] of folders) {
    yield `${indent}    <DT><H3>${writeText(name)}</H3>\n`;
    yield* writeFolder(store, domain, folder, depth + 1);
  }
  for (let from = 0; from < ids.length; from += pageSize) {
    const keys = ids.slice(from, from + pageSize).map((id) => ({ domainName: domain.name, id }));
    const nodes = await store.getNodes(keys);
    const attributes = await store.getAttributesOf(keys);
    // Deleted since the first pass.
    for (const [index, node] of nodes.entries())
      if (node) yield bookmark({ node, attributes: attributes[index] ?? [] }, `${indent}    `);
  }
  yield `${indent}</DL><p>\n`;
}

function bookmark({ node, attributes }: ExportedNode, indent: string): string {
  const { url, title, description, createdAt, updatedAt } = node;
  const tags = attributes.filter(isTag);
  const folder = folderOf(attributes);
  const others = attributes.filter((one) => one !== folder && !isTag(one));
  const extras = {
    ...(createdAt % 1000 !== 0 && { created_at: exactTime(createdAt) }),
    ...(updatedAt !== createdAt && updatedAt % 1000 !== 0 && { updated_at: exactTime(updatedAt) }),
    ...(others.length > 0 && { attributes: others.map(toAttributeRecord) }),
  };
  const written = [
    `HREF="${writeAttribute(url)}"`,
    `ADD_DATE="${seconds(createdAt)}"`,
    ...(updatedAt === createdAt ? [] : [`LAST_MODIFIED="${seconds(updatedAt)}"`]),
    ...(tags.length > 0
      ? [`TAGS="${writeAttribute(tags.map(({ value }) => value).join(','))}"`]
      : []),
    ...(Object.keys(extras).length > 0
      ? [`DATA-URL-DB="${writeAttribute(JSON.stringify(extras))}"`]
      : []),
  ];
  const about = description === null ? '' : `${indent}<DD>${writeText(description)}\n`;
  return `${indent}<DT><A ${written.join(' ')}>${writeText(title)}</A>\n${about}`;
}

function folderOf(attributes: readonly AttributeValue[]): AttributeValue | undefined {
  return attributes.find(
    ({ name, type }) => name === folderAttribute.name && /^(?:string|markdown)$/.test(type),
  );
}

function isTag({ name, type }: AttributeValue): boolean {
  return name === 'tags' && type === 'tag';
}

function seconds(milliseconds: number): number {
  return Math.floor(milliseconds / 1000);
}
