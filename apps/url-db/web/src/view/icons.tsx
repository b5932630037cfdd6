const paths = {
  search: 'M8.75 3.5a5.25 5.25 0 1 0 0 10.5 5.25 5.25 0 0 0 0-10.5ZM12.6 12.6 16.5 16.5',
  close: 'm5 5 10 10M15 5 5 15',
  back: 'M12.5 4 6.5 10l6 6',
  down: 'm5.5 8 4.5 4.5L14.5 8',
  left: 'M12 5 7 10l5 5',
  right: 'm8 5 5 5-5 5',
  copy: 'M7.5 7.5h8v8h-8zM12.5 4.5h-8v8',
  done: 'm4.5 10.5 3.5 3.5 7.5-8',
  trash: 'M4 6h12M8 6V4h4v2M5.5 6l.7 10h7.6l.7-10M8.5 9v4.5M11.5 9v4.5',
  add: 'M10 4v12M4 10h12',
  edit: 'M12.7 4.3l3 3L7.5 15.5l-3.7.7.7-3.7zM11 6l3 3',
  open: 'M8 5H4.5v10.5H15V12M11.5 4.5h4v4M15.5 4.5 9 11',
  info: 'M10 3a7 7 0 1 1 0 14 7 7 0 0 1 0-14ZM10 9.25v4M10 6.5h.01',
  keyboard: 'M2.5 5.5h15v9h-15zM5.5 8.5h.01M8.5 8.5h.01M11.5 8.5h.01M14.5 8.5h.01M6.5 11.75h7',
  undo: 'M7 4 3.5 7.5 7 11M4 7.5h7.5a4.25 4.25 0 0 1 0 8.5H8',
  warning: 'M10 6v4.75M10 13.75h.01M10 3a7 7 0 1 1 0 14 7 7 0 0 1 0-14Z',
  all: 'M4 5.5h12M4 10h12M4 14.5h12',
  drawer: 'M3.5 11.5 5.5 4.5h9l2 7v4h-13zM3.5 11.5h4l1 2h3l1-2h4',
  image: 'M3.5 4.5h13v11h-13zM3.5 13l4-4 4 4 2-2 3 3M12.5 8h.01',
} as const;

export type IconName = keyof typeof paths;

/** Decoration beside a word; the word or an aria-label says what it means. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  );
}

/** A bookmark with the colon of tool:domain:id. */
export function Logo() {
  return (
    <svg class="logo" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="9" />
      <path d="M10 6.5h12a1.5 1.5 0 0 1 1.5 1.5v17.2a.8.8 0 0 1-1.3.6L16 20.6l-6.2 5.2a.8.8 0 0 1-1.3-.6V8A1.5 1.5 0 0 1 10 6.5Z" />
      <circle cx="16" cy="10.9" r="1.7" />
      <circle cx="16" cy="16.1" r="1.7" />
    </svg>
  );
}
