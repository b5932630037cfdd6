import { useEffect, useRef } from 'preact/hooks';
import { chosenDomain, domains } from '../state/domains.ts';
import { texts } from '../state/language.ts';
import { opened } from '../state/opened.ts';
import { go, listRoute, route, up } from '../state/route.ts';
import { wantsDetailFocus } from '../state/selection.ts';
import { About } from './about.tsx';
import { Note } from './empty.tsx';
import { Icon } from './icons.tsx';
import { NodeDetail } from './node-detail.tsx';

/** What was opened of the list, or on a desktop what there is to know of the domain. */
export function DetailColumn() {
  const t = texts.value;
  const { place, key, domain } = route.value;
  const column = useRef<HTMLElement>(null);

  const isWanted = wantsDetailFocus.value;
  const shown = place === 'node' ? opened.value?.node?.composite_id : undefined;
  useEffect(() => {
    if (!isWanted || shown !== key) return;
    wantsDetailFocus.value = false;
    column.current?.querySelector<HTMLElement>('.detail-title')?.focus();
  }, [isWanted, shown, key]);

  // Another node begins at its top.
  useEffect(() => {
    column.current?.querySelector('.detail-body')?.scrollTo(0, 0);
  }, [key, domain, place]);

  return (
    <aside class="detail" ref={column} aria-label={t.aboutColumn}>
      <div class="detail-bar on-phone">
        <button type="button" class="back" onClick={up}>
          <Icon name="back" />
          {t.back}
        </button>
      </div>
      <div class="detail-body">
        <Content />
      </div>
    </aside>
  );
}

function Content() {
  const t = texts.value;
  const now = opened.value;
  if (route.value.place === 'node' && now !== null) {
    if (now.failure?.status === 404 || now.failure?.status === 400)
      return (
        <Note title={t.nodeGone} body={t.nodeGoneBody}>
          <button type="button" class="button" onClick={() => go(listRoute(route.value.domain))}>
            {t.back}
          </button>
        </Note>
      );
    return now.node === null ? null : <NodeDetail opened={now} node={now.node} />;
  }
  if (chosenDomain.value)
    return <About key={chosenDomain.value.name} domain={chosenDomain.value} />;
  if (domains.value === null) return null;
  return (
    <div class="nothing-open">
      <p>{t.nothingOpen}</p>
      <dl>
        {(
          [
            ['/', t.keys.search],
            ['n', t.keys.add],
            ['?', t.keys.help],
          ] as const
        ).map(([key, what]) => (
          <div key={key}>
            <dt>{what}</dt>
            <dd>
              <kbd>{key}</kbd>
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
