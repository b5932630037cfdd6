import { invalidKey } from '../errors/make-errors.ts';
import {
  attributeKeyFormat,
  type KeyParts,
  parseAttributeKey,
  parseNodeKey,
} from '../keys/composite-key.ts';

interface ToolName {
  readonly toolName: string;
}

/** @throws UrlDbError `INVALID_COMPOSITE_KEY` */
export function nodeKeyOf(key: string, { toolName }: ToolName): KeyParts {
  const parts = parseNodeKey(key, toolName);
  if (!parts) throw invalidKey(key);
  return parts;
}

/** @throws UrlDbError `INVALID_COMPOSITE_KEY` */
export function attributeKeyOf(key: string, { toolName }: ToolName): KeyParts {
  const parts = parseAttributeKey(key, toolName);
  if (!parts) throw invalidKey(key, attributeKeyFormat);
  return parts;
}
