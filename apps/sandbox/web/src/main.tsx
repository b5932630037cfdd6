import { effect } from '@preact/signals';
import { render } from 'preact';
import { connect } from './state/connection.ts';
import { loadDetail } from './state/detail.ts';
import { listenToKeys } from './state/keys.ts';
import { markDocument, texts } from './state/language.ts';
import { followHistory } from './state/route.ts';
import { openNewest } from './state/select.ts';
import { trackReading, unreadTotal } from './state/unread.ts';
import './style/index.css';
import { App } from './view/app.tsx';

followHistory();
markDocument();
listenToKeys();
loadDetail();
openNewest();
trackReading();
connect();

effect(() => {
  const count = unreadTotal.value;
  document.title = `${count > 0 ? `(${count}) ` : ''}${texts.value.title}`;
});

const root = document.getElementById('app');
if (root) render(<App />, root);
