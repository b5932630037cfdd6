import {
  createDefinition,
  getDefinition,
  listDefinitions,
  updateDefinition,
} from './attributes/definitions.ts';
import { deleteAttribute } from './attributes/delete-attribute.ts';
import { deleteDefinition } from './attributes/delete-definition.ts';
import { filterNodes } from './attributes/filter-nodes.ts';
import { getAttributes, getAttributesOf } from './attributes/read-values.ts';
import { setAttributes } from './attributes/set-attributes.ts';
import type { Context } from './context.ts';
import { addDependency, removeDependency } from './dependencies/change-dependencies.ts';
import { listLinks, readDependencies } from './dependencies/read-dependencies.ts';
import { createDomain } from './domains/create-domain.ts';
import { deleteDomain } from './domains/delete-domain.ts';
import { getDomain, listDomains } from './domains/read-domains.ts';
import { updateDomain } from './domains/update-domain.ts';
import type { Engine } from './engine.ts';
import {
  claimDeliveries,
  listDeliveries,
  nextDeliveryAt,
  settleDelivery,
} from './events/deliveries.ts';
import { purgeEvents } from './events/purge-events.ts';
import { lastEventId, readEvents } from './events/read-events.ts';
import { scheduleDeliveries } from './events/schedule-deliveries.ts';
import {
  createSubscription,
  deleteSubscription,
  getSubscription,
  listSubscriptions,
  updateSubscription,
} from './events/subscriptions.ts';
import { createNodes } from './nodes/create-nodes.ts';
import { deleteNode } from './nodes/delete-node.ts';
import { importNodes } from './nodes/import-nodes.ts';
import { listNodes } from './nodes/list-nodes.ts';
import { findNodes, getNode, getNodes } from './nodes/read-nodes.ts';
import { updateNode } from './nodes/update-node.ts';
import { row, type Step } from './step.ts';
import type { NodeOutcome, UrlStore } from './store.ts';
import { dump } from './transfer/dump.ts';
import { loadChunk, refuseUnlessEmpty } from './transfer/load.ts';
import { readAll } from './transfer/read-all.ts';

/** The store over one engine: which step is read and which is written. */
export function createUrlStore(
  engine: Engine,
  { now = Date.now }: { readonly now?: (() => number) | undefined },
): UrlStore {
  const context: Context = { dialect: engine.dialect, now };
  const { read, write } = engine;
  return {
    engine: engine.dialect.engine,

    listDomains: () => read(listDomains),
    getDomain: (name) => read(() => getDomain(name)),
    createDomain: (input) => write(() => createDomain(context, input)),
    updateDomain: (name, changes) => write(() => updateDomain(context, name, changes)),
    deleteDomain: (name, options) => write(() => deleteDomain(context, name, options)),

    createNode: async (input) => {
      const [outcome] = await write(() => createNodes(context, [input]));
      return outcome as NodeOutcome;
    },
    createNodes: (inputs) => write(() => createNodes(context, inputs)),
    importNodes: (inputs, merge) => write(() => importNodes(context, inputs, merge)),
    getNode: (domainName, id) => read(() => getNode(domainName, id)),
    getNodes: (keys) => read(() => getNodes(context, keys)),
    findNodes: (url, domainName) => read(() => findNodes(url, domainName)),
    updateNode: (domainName, id, changes) =>
      write(() => updateNode(context, domainName, id, changes)),
    deleteNode: (domainName, id) => write(() => deleteNode(context, domainName, id)),
    listNodes: (query) => read(() => listNodes(context, query)),
    filterNodes: (query) => read(() => filterNodes(context, query)),

    listAttributeDefinitions: (domainName) => read(() => listDefinitions(domainName)),
    getAttributeDefinition: (domainName, id) => read(() => getDefinition(domainName, id)),
    createAttributeDefinition: (input) => write(() => createDefinition(context, input)),
    updateAttributeDefinition: (domainName, id, changes) =>
      write(() => updateDefinition(context, domainName, id, changes)),
    deleteAttributeDefinition: (domainName, id, options) =>
      write(() => deleteDefinition(context, domainName, id, options)),

    getAttributes: (domainName, id) => read(() => getAttributes(context, { domainName, id })),
    getAttributesOf: (keys) => read(() => getAttributesOf(context, keys)),
    setAttributes: (domainName, id, inputs, options) =>
      write(() => setAttributes(context, domainName, id, inputs, options)),
    deleteAttribute: (domainName, id, name) =>
      write(() => deleteAttribute(context, domainName, id, name)),

    addDependency: (input) => write(() => addDependency(context, input)),
    listDependencies: (domainName, id) =>
      read(() => listLinks(context, 'dependent_id', domainName, id)),
    listDependents: (domainName, id) =>
      read(() => listLinks(context, 'dependency_id', domainName, id)),
    readDependencies: (options) => read(() => readDependencies(context, options)),
    removeDependency: (domainName, id, dependencyId) =>
      write(() => removeDependency(context, domainName, id, dependencyId)),

    readEvents: (after, limit) => read(() => readEvents(after, limit)),
    lastEventId: () => read(lastEventId),
    purgeEvents: (before) => write(() => purgeEvents(before)),
    createSubscription: (input) => write(() => createSubscription(context, input)),
    listSubscriptions: () => read(listSubscriptions),
    getSubscription: (id) => read(() => getSubscription(id)),
    updateSubscription: (id, changes) => write(() => updateSubscription(context, id, changes)),
    deleteSubscription: (id) => write(() => deleteSubscription(context, id)),
    scheduleDeliveries: () => write(() => scheduleDeliveries(context)),
    claimDeliveries: (options) => write(() => claimDeliveries(context, options)),
    settleDelivery: (id, outcome) => write(() => settleDelivery(context, id, outcome)),
    listDeliveries: (id, options) => read(() => listDeliveries(id, options)),
    nextDeliveryAt: () => read(nextDeliveryAt),

    readAll: (domainName) => readAll(engine, context, domainName),
    dump: () => dump(engine),
    load: (chunks) =>
      engine.writeAll(
        (async function* (): AsyncGenerator<() => Step<void>> {
          yield refuseUnlessEmpty;
          yield context.dialect.beginLoad;
          for await (const chunk of chunks) yield () => loadChunk(context, chunk);
          yield context.dialect.endLoad;
        })(),
      ),
    backup: (path) => engine.backup(path),
    ping: async () => {
      await read(() => row('SELECT 1 AS answer'));
    },
    close: () => engine.close(),
  };
}
