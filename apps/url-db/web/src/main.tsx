import { effect } from '@preact/signals';
import { render } from 'preact';
import { followComingBack } from './state/coming-back.ts';
import { returned } from './state/connection.ts';
import { followDialogs } from './state/dialogs.ts';
import { chosenDomain, loadDomains } from './state/domains.ts';
import { followEditing } from './state/editing.ts';
import { listenToKeys } from './state/keys.ts';
import { markDocument, texts } from './state/language.ts';
import { arrive, followListing } from './state/listing.ts';
import { followOpened, opened } from './state/opened.ts';
import { followHistory } from './state/route.ts';
import { followScreen } from './state/screen.ts';
import { followSelection } from './state/selection.ts';
import { finishOnLeaving } from './state/toasts.ts';
import './style/index.css';
import { App } from './view/app.tsx';

followHistory(arrive);
followScreen();
markDocument();
followListing();
followOpened();
followSelection();
followEditing();
followDialogs();
listenToKeys();
finishOnLeaving();
followComingBack();

// Once now, and again whenever the server came back.
effect(() => {
  if (returned.value >= 0) void loadDomains();
});

effect(() => {
  const place = opened.value?.node?.title ?? chosenDomain.value?.name ?? texts.value.allUrls;
  document.title = `${place} · url-db`;
});

const root = document.getElementById('app');
if (root) render(<App />, root);
