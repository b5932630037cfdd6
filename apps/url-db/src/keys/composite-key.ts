/** `tool:domain:id`. Exactly three parts, and nothing is normalised on the way in, so that key and node stay one to one. */
const nodeKeyPattern = /^([^:]+):([^:]+):([1-9][0-9]{0,18})$/;
const attributeKeyPattern = /^([^:]+):([^:]+):attr-([1-9][0-9]{0,18})$/;

export interface KeyParts {
  readonly domainName: string;
  /** Above 2^53 it is no exact number any more, and no node has such an id: the store finds nothing. */
  readonly id: number;
}

/** What stands in an answer to a wrong key. */
export const attributeKeyFormat = 'tool_name:domain_name:attr-id';

/** @example formatNodeKey('url-db', 'tech-articles', 123) // 'url-db:tech-articles:123' */
export function formatNodeKey(toolName: string, domainName: string, id: number): string {
  return `${toolName}:${domainName}:${id}`;
}

/** @example formatAttributeKey('url-db', 'tech-articles', 7) // 'url-db:tech-articles:attr-7' */
export function formatAttributeKey(toolName: string, domainName: string, id: number): string {
  return `${toolName}:${domainName}:attr-${id}`;
}

/** Undefined where it is no key of a node, or one of another tool. */
export function parseNodeKey(key: string, toolName: string): KeyParts | undefined {
  return parts(nodeKeyPattern.exec(key), toolName);
}

/** The same for `tool:domain:attr-N`. */
export function parseAttributeKey(key: string, toolName: string): KeyParts | undefined {
  return parts(attributeKeyPattern.exec(key), toolName);
}

function parts(match: RegExpExecArray | null, toolName: string): KeyParts | undefined {
  const [, tool, domainName = '', id] = match ?? [];
  return tool === toolName && isDomainName(domainName) ? { domainName, id: Number(id) } : undefined;
}

/** 1–50 of a–z, 0–9 and hyphens, with no hyphen at either end. */
export function isDomainName(name: string): boolean {
  return /^[a-z0-9](?:[a-z0-9-]{0,48}[a-z0-9])?$/.test(name);
}
