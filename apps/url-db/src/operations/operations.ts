import type { Operation } from './define-operation.ts';
import { createDomain, deleteDomain, getDomain, listDomains, updateDomain } from './domains.ts';
import { findNode, getNodes, listNodes } from './node-lists.ts';
import { createNode, deleteNode, getNode, updateNode } from './nodes.ts';
import { getServerInfo } from './server-info.ts';

/** Everything that url-db does, in the order in which OpenAPI and MCP show it. */
export const operations: readonly Operation[] = [
  listDomains,
  createDomain,
  getDomain,
  updateDomain,
  deleteDomain,
  listNodes,
  createNode,
  getNode,
  updateNode,
  deleteNode,
  findNode,
  getNodes,
  getServerInfo,
];
