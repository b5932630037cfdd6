import type { Operation } from './define-operation.ts';
import { listDeliveries } from './deliveries.ts';
import {
  createDependency,
  deleteDependency,
  listDependencies,
  listDependents,
} from './dependencies.ts';
import {
  createDomainAttribute,
  deleteDomainAttribute,
  getDomainAttribute,
  listDomainAttributes,
  updateDomainAttribute,
} from './domain-attributes.ts';
import { createDomain, deleteDomain, getDomain, listDomains, updateDomain } from './domains.ts';
import { listEvents } from './events.ts';
import { filterNodes } from './filter-nodes.ts';
import { importNodes } from './import-nodes.ts';
import { deleteNodeAttribute, getNodeAttributes, setNodeAttributes } from './node-attributes.ts';
import { findNode, getNodes, listNodes } from './node-lists.ts';
import { createNode, deleteNode, getNode, updateNode } from './nodes.ts';
import { getServerInfo } from './server-info.ts';
import {
  createSubscription,
  deleteSubscription,
  getSubscription,
  listSubscriptions,
  updateSubscription,
} from './subscriptions.ts';

/** Everything that url-db does, by what it is about, in the order in which OpenAPI and MCP show it. */
export const operationGroups = {
  domains: [listDomains, createDomain, getDomain, updateDomain, deleteDomain],
  nodes: [
    listNodes,
    createNode,
    getNode,
    updateNode,
    deleteNode,
    findNode,
    getNodes,
    importNodes,
    filterNodes,
  ],
  attributes: [
    getNodeAttributes,
    setNodeAttributes,
    deleteNodeAttribute,
    listDomainAttributes,
    createDomainAttribute,
    getDomainAttribute,
    updateDomainAttribute,
    deleteDomainAttribute,
  ],
  dependencies: [createDependency, listDependencies, listDependents, deleteDependency],
  events: [
    listEvents,
    createSubscription,
    listSubscriptions,
    getSubscription,
    updateSubscription,
    deleteSubscription,
    listDeliveries,
  ],
  server: [getServerInfo],
} as const satisfies Record<string, readonly Operation[]>;

export type OperationGroup = keyof typeof operationGroups;

export const operations: readonly Operation[] = Object.values(operationGroups).flat();
