import { asUrl } from '../format/url.ts';
import { dialog, openAdd } from './dialogs.ts';
import { isOfInputMethod } from './input-method.ts';
import { query } from './listing.ts';
import { route, up } from './route.ts';
import {
  current,
  editTarget,
  enterList,
  focusRow,
  move,
  openNode,
  remove,
  target,
} from './selection.ts';
import { undo } from './toasts.ts';

const searchField = (): HTMLInputElement | null =>
  document.querySelector<HTMLInputElement>('#search');

function search(): void {
  const field = searchField();
  // Only Chromium gives the focus to what is selected.
  field?.focus();
  field?.select();
}

const isTyping = (element: EventTarget | null): boolean =>
  element instanceof HTMLInputElement ||
  element instanceof HTMLTextAreaElement ||
  element instanceof HTMLSelectElement;

/** There the arrows scroll. */
const isInDetail = (element: EventTarget | null): boolean =>
  element instanceof Element && element.closest('.detail') !== null;

const isControl = (element: EventTarget | null): boolean =>
  element instanceof Element && element.matches('button, a:not(.row), summary');

const isMac = /mac|iphone|ipad/i.test(navigator.platform);

/** By what is printed on the key where the keyboard writes Hangul: ㅓ is j. */
const letterOf = ({ key, code }: KeyboardEvent): string =>
  /^[ㄱ-ㅎㅏ-ㅣ]$/u.test(key) && code.startsWith('Key') ? code.slice(3).toLowerCase() : key;

function leave(): void {
  const { key, place } = route.value;
  if (place === 'list') return;
  up();
  if (key !== null) focusRow(key);
}

function openCurrent(): void {
  if (current.value !== null) openNode(current.value, true);
}

function removeTarget(): void {
  const node = target();
  if (node) remove(node);
}

function act(event: KeyboardEvent): boolean {
  const letter = letterOf(event);
  const { target: element } = event;
  if (letter === 'Escape') leave();
  else if (letter === '/') search();
  else if (letter === 'j' || (letter === 'ArrowDown' && !isInDetail(element))) move(1);
  else if (letter === 'k' || (letter === 'ArrowUp' && !isInDetail(element))) move(-1);
  else if (letter === 'Enter' && !isControl(element)) openCurrent();
  else if (letter === 'e') editTarget();
  else if (letter === 'n') openAdd('');
  else if (letter === 'z') undo();
  else if (letter === 'Delete' || (letter === 'Backspace' && isMac)) removeTarget();
  else if (letter === '?') dialog.value = { name: 'help' };
  else return false;
  return true;
}

/** From the search the list is one key away. */
function actInSearch(event: KeyboardEvent): boolean {
  if (event.key === 'Escape' && query.value !== '') query.value = '';
  else if (event.key === 'Escape') searchField()?.blur();
  else if (event.key === 'ArrowDown' || event.key === 'Enter') enterList();
  else return false;
  return true;
}

export function listenToKeys(): void {
  addEventListener('keydown', (event) => {
    // A modal dialog has the keyboard to itself, and so have the browser with its modifiers and the input method.
    if (document.querySelector('dialog[open]') || event.defaultPrevented || isOfInputMethod(event))
      return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const acted =
      event.target === searchField()
        ? actInSearch(event)
        : isTyping(event.target)
          ? false
          : act(event);
    if (acted) event.preventDefault();
  });
  addEventListener('paste', (event) => {
    if (document.querySelector('dialog[open]') || isTyping(event.target)) return;
    const url = asUrl(event.clipboardData?.getData('text/plain') ?? '');
    if (url === undefined) return;
    // Or it would go into the field that is there by then, once more.
    event.preventDefault();
    openAdd(url);
  });
}
