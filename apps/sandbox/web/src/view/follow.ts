import { go } from '../state/route.ts';

/** A plain click goes there within the page; a click for a new tab or window stays the browser's. */
export function follow(phone: string, message: number | null = null) {
  return (event: MouseEvent): void => {
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    // The mouse-up that ends a selection of text is no click on the message.
    if (message !== null && getSelection()?.type === 'Range') return;
    go(phone, message);
  };
}
