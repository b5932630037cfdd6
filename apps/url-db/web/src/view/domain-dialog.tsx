import { closeDialog, dialog } from '../state/dialogs.ts';
import { texts } from '../state/language.ts';
import { Dialog } from './dialog.tsx';
import { DomainForm } from './domain-form.tsx';

export function DomainDialog() {
  return (
    <Dialog isOpen={dialog.value?.name === 'domain'} title={texts.value.newDomain}>
      <DomainForm onDone={closeDialog} onCancel={closeDialog} />
    </Dialog>
  );
}
