import type { Node } from '../api/types.ts';
import { excerpt } from '../format/highlight.ts';
import { partsOf } from '../format/url.ts';
import { hrefOf, nodeRoute, route } from '../state/route.ts';
import { current, openNode } from '../state/selection.ts';
import { Marked } from './marked.tsx';
import { Moment } from './moment.tsx';

interface Props {
  readonly node: Node;
  /** Of the search that found it. */
  readonly words: string;
  readonly index: number;
  /** -1 while there may be more. */
  readonly total: number;
  readonly top: number;
  readonly height: number;
  readonly isCurrent: boolean;
  /** The list is one stop of the Tab key, the arrows do the rest. */
  readonly isInTabOrder: boolean;
  readonly withDomain: boolean;
}

export function Row(props: Props) {
  const { node, words, isCurrent, top, height } = props;
  const { composite_id: key, title, url, domain_name, description, updated_at } = node;
  const { host, path } = partsOf(url);
  const why = excerpt(description, words, [title, host, path]);
  return (
    <li
      style={{ transform: `translateY(${top}px)`, height: `${height}px` }}
      aria-setsize={props.total}
      aria-posinset={props.index + 1}
    >
      <a
        class="row"
        href={hrefOf(nodeRoute(route.value.domain, key))}
        tabIndex={props.isInTabOrder ? 0 : -1}
        data-current={isCurrent}
        aria-current={route.value.key === key ? 'true' : undefined}
        onFocus={() => {
          current.value = key;
        }}
        onClick={(event) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey) return;
          event.preventDefault();
          // A click without a pointer is the Enter key.
          openNode(key, event.detail === 0);
        }}
      >
        <span class="row-title">
          <Marked text={title} words={words} />
        </span>
        <span class="row-time">
          <Moment at={updated_at} />
        </span>
        <span class="row-place">
          {props.withDomain && <span class="row-domain">{domain_name}</span>}
          <span class="row-host">
            <Marked text={host} words={words} />
          </span>
          <span class="row-path">
            {why === undefined ? (
              <Marked text={path} words={words} />
            ) : (
              <>
                {' · '}
                <Marked text={why} words={words} />
              </>
            )}
          </span>
        </span>
      </a>
    </li>
  );
}
