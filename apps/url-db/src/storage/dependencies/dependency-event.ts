import type { NewEvent } from '../events/record.ts';
import type { UrlNode } from '../store.ts';
import type { Link } from './links.ts';

type Facts = Pick<Link, 'id' | 'type' | 'cascadeDelete'>;

export function addedEvent(link: Facts, dependent: UrlNode, dependency: UrlNode): NewEvent {
  return changedEvent('added', link, dependent, dependency);
}

export function removedEvent(link: Facts, dependent: UrlNode, dependency: UrlNode): NewEvent {
  return changedEvent('removed', link, dependent, dependency);
}

/** It is about the node that needs the other. */
function changedEvent(
  change: 'added' | 'removed',
  { id, type, cascadeDelete }: Facts,
  dependent: UrlNode,
  { domainName, id: nodeId }: UrlNode,
): NewEvent {
  return {
    type: 'dependency.changed',
    domainName: dependent.domainName,
    nodeId: dependent.id,
    data: {
      change,
      dependencyId: id,
      type,
      cascadeDelete,
      dependency: { domainName, nodeId },
    },
  };
}
