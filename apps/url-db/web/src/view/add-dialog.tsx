import { useState } from 'preact/hooks';
import { createNode } from '../api/nodes.ts';
import type { Node } from '../api/types.ts';
import { closeDialog, dialog } from '../state/dialogs.ts';
import { countNodes, domains } from '../state/domains.ts';
import { texts } from '../state/language.ts';
import { putFirst, query } from '../state/listing.ts';
import { go, listRoute, nodeRoute, route } from '../state/route.ts';
import { isPhone } from '../state/screen.ts';
import { focusRow } from '../state/selection.ts';
import { load, save } from '../state/storage.ts';
import { show } from '../state/toasts.ts';
import { Dialog } from './dialog.tsx';
import { Field, FormProblem, problemOf } from './field.tsx';
import { GrowingArea } from './growing-area.tsx';
import { useSubmit } from './use-submit.ts';

export function AddDialog() {
  const asked = dialog.value?.name === 'add' ? dialog.value : null;
  return (
    <Dialog isOpen={asked !== null} title={texts.value.addTitle}>
      {asked && <AddForm url={asked.url} />}
    </Dialog>
  );
}

/** The new one is seen where it stands: at the top of its list. */
function showAdded(node: Node): void {
  const { domain } = route.value;
  query.value = '';
  countNodes(node.domain_name, 1);
  putFirst(node);
  const list = domain === null || domain === node.domain_name ? domain : node.domain_name;
  go(isPhone.value ? listRoute(list) : nodeRoute(list, node.composite_id));
  focusRow(node.composite_id);
  show({ words: (t) => t.nodeAdded(node.title) });
}

/** The domain that is looked at, else the one that was added to last. */
function firstChoice(): string {
  const names = domains.value?.map(({ name }) => name) ?? [];
  const last = load(() => localStorage, 'domain');
  return [route.value.domain, last].find((name) => name && names.includes(name)) ?? names[0] ?? '';
}

const fields = ['url', 'domain_name', 'title', 'description'] as const;

function AddForm({ url: given }: { url: string }) {
  const t = texts.value;
  const [url, setUrl] = useState(given);
  const [domain, setDomain] = useState(firstChoice);
  const [title, setTitle] = useState('');
  const [description, setDescription] = useState('');
  const { submit, isBusy, failure } = useSubmit(async () => {
    const node = await createNode({ domain, url: url.trim(), title: title.trim(), description });
    save(() => localStorage, 'domain', domain);
    closeDialog();
    showAdded(node);
  });
  const existing = failure?.code === 'CONFLICT' ? failure.facts.composite_id : undefined;
  return (
    <form class="form" onSubmit={submit} noValidate>
      <Field
        label={t.url}
        problem={existing === undefined ? problemOf(failure, 'url') : t.alreadyThere}
      >
        {(control) => (
          <input
            {...control}
            class="input"
            type="url"
            inputMode="url"
            autocomplete="off"
            autocapitalize="off"
            spellcheck={false}
            required
            data-first
            placeholder="https://"
            value={url}
            onInput={(event) => setUrl(event.currentTarget.value)}
          />
        )}
      </Field>
      {typeof existing === 'string' && (
        <button
          type="button"
          class="link-button form-link"
          onClick={() => {
            closeDialog();
            go(nodeRoute(route.value.domain && domain, existing));
          }}
        >
          {t.openIt}
        </button>
      )}
      <Field label={t.domain} problem={problemOf(failure, 'domain_name')}>
        {(control) => (
          <select
            {...control}
            class="input"
            value={domain}
            onChange={(event) => setDomain(event.currentTarget.value)}
          >
            {domains.value?.map(({ name }) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={t.title} isOptional hint={t.titleHint} problem={problemOf(failure, 'title')}>
        {(control) => (
          <input
            {...control}
            class="input"
            type="text"
            autocomplete="off"
            value={title}
            onInput={(event) => setTitle(event.currentTarget.value)}
          />
        )}
      </Field>
      <Field label={t.description} isOptional problem={problemOf(failure, 'description')}>
        {(control) => (
          <GrowingArea
            {...control}
            class="input"
            rows={2}
            value={description}
            onText={setDescription}
          />
        )}
      </Field>
      {existing === undefined && <FormProblem failure={failure} fields={fields} />}
      <div class="form-actions">
        <button type="button" class="button" onClick={closeDialog}>
          {t.cancel}
        </button>
        <button type="submit" class="button button-main" aria-disabled={isBusy}>
          {t.add}
        </button>
      </div>
    </form>
  );
}
