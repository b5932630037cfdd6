import { connection } from '../state/connection.ts';
import { loaded, messages } from '../state/messages.ts';
import { route } from '../state/route.ts';
import { Announcer } from './announcer.tsx';
import { Conversation } from './conversation.tsx';
import { Detail } from './detail.tsx';
import { ClearDialog, GuideDialog, HelpDialog } from './dialogs.tsx';
import { Guide } from './guide.tsx';
import { Header } from './header.tsx';
import { Sidebar } from './sidebar.tsx';

/** `data-view` says which of the three columns a narrow screen shows. */
function Columns() {
  const { phone, message } = route.value;
  const view = message !== null ? 'detail' : phone !== null ? 'phone' : 'list';
  return (
    <main class="columns" data-view={view}>
      <Sidebar />
      <Conversation />
      <Detail />
    </main>
  );
}

export function App() {
  const empty = messages.value.length === 0;
  return (
    <div class="app" data-connection={connection.value}>
      <Header />
      {loaded.value && empty ? (
        <main class="welcome">
          <Guide />
        </main>
      ) : (
        <Columns />
      )}
      <Announcer />
      <ClearDialog />
      <GuideDialog />
      <HelpDialog />
    </div>
  );
}
