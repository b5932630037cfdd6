import { closeDialog, dialog } from '../state/dialogs.ts';
import { texts } from '../state/language.ts';
import { Dialog } from './dialog.tsx';
import { DomainList } from './domain-list.tsx';
import { PageTools } from './page-tools.tsx';

/** On a phone the domains come up from below. */
export function DomainsSheet() {
  return (
    <Dialog isOpen={dialog.value?.name === 'domains'} title="url-db" kind="sheet">
      <nav aria-label={texts.value.domains}>
        <DomainList onChoose={closeDialog} />
      </nav>
      <PageTools />
    </Dialog>
  );
}
