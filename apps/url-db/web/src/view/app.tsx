import { isNew } from '../state/domains.ts';
import { texts } from '../state/language.ts';
import { route } from '../state/route.ts';
import { AddDialog } from './add-dialog.tsx';
import { Announcer } from './announcer.tsx';
import { ConnectionNotice } from './connection-notice.tsx';
import { DetailColumn } from './detail-column.tsx';
import { DomainDialog } from './domain-dialog.tsx';
import { DomainsSheet } from './domains-sheet.tsx';
import { HelpDialog } from './help-dialog.tsx';
import { ListColumn } from './list-column.tsx';
import { RemoveDomainDialog } from './remove-domain-dialog.tsx';
import { Sidebar } from './sidebar.tsx';
import { Toasts } from './toasts.tsx';
import { TokenDialog } from './token-dialog.tsx';

/** `data-place` says which page a phone shows: the list, or what was opened of it. */
export function App() {
  return (
    <div
      class="app"
      data-place={route.value.place === 'list' ? 'list' : 'detail'}
      data-new={isNew.value}
    >
      <button
        type="button"
        class="skip"
        onClick={() => {
          const first = document.querySelector<HTMLElement>('.row[tabindex="0"]');
          (first ?? document.getElementById('search'))?.focus();
        }}
      >
        {texts.value.skip}
      </button>
      <ConnectionNotice />
      <Sidebar />
      <ListColumn />
      <DetailColumn />
      <Toasts />
      <Announcer />
      <AddDialog />
      <DomainDialog />
      <DomainsSheet />
      <RemoveDomainDialog />
      <HelpDialog />
      <TokenDialog />
    </div>
  );
}
