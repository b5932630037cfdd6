import { useEffect } from 'preact/hooks';
import { asFailure } from '../api/failure.ts';
import type { Node } from '../api/types.ts';
import { loadDefinitions } from '../state/domains.ts';
import { editing, isEditing } from '../state/editing.ts';
import { texts } from '../state/language.ts';
import type { Opened } from '../state/opened.ts';
import { remove } from '../state/selection.ts';
import { Attributes } from './attributes.tsx';
import { CopyButton } from './copy-button.tsx';
import { Icon } from './icons.tsx';
import { Moment } from './moment.tsx';
import { NodeForm } from './node-form.tsx';
import { NodeLink } from './node-link.tsx';

export function NodeDetail({ opened, node }: { opened: Opened; node: Node }) {
  const t = texts.value;
  const domain = node.domain_name;
  useEffect(() => {
    // Once for all nodes of a domain; what it defines only makes adding easier.
    loadDefinitions(domain).catch(asFailure);
  }, [domain]);
  return (
    <article>
      {isEditing('node') ? (
        <NodeForm key={node.composite_id} node={node} />
      ) : (
        <header class="node-head">
          <h2 class="detail-title" tabIndex={-1}>
            {node.title}
          </h2>
          <div class="node-tools">
            <button
              id="edit-node"
              type="button"
              class="quiet"
              aria-label={t.editNode}
              title={t.editNode}
              aria-keyshortcuts="e"
              onClick={() => {
                editing.value = { what: 'node' };
              }}
            >
              <Icon name="edit" />
            </button>
            <button
              type="button"
              class="quiet"
              aria-label={t.deleteNode}
              title={t.deleteNode}
              aria-keyshortcuts="Delete"
              onClick={() => remove(node)}
            >
              <Icon name="trash" />
            </button>
          </div>
          <NodeLink url={node.url} />
          {node.description && <p class="node-description">{node.description}</p>}
        </header>
      )}
      <Attributes key={node.composite_id} opened={opened} node={node} />
      <dl class="facts">
        <div>
          <dt>{t.domain}</dt>
          <dd>{domain}</dd>
        </div>
        <div>
          <dt>{t.added}</dt>
          <dd>
            <Moment at={node.created_at} />
          </dd>
        </div>
        {node.updated_at !== node.created_at && (
          <div>
            <dt>{t.updated}</dt>
            <dd>
              <Moment at={node.updated_at} />
            </dd>
          </div>
        )}
        <div>
          <dt>{t.key}</dt>
          <dd>
            <code>{node.composite_id}</code>
            <CopyButton text={node.composite_id} label={t.copyKey} />
          </dd>
        </div>
      </dl>
    </article>
  );
}
