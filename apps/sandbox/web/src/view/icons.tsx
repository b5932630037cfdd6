const paths = {
  search: 'M8.75 3.5a5.25 5.25 0 1 0 0 10.5 5.25 5.25 0 0 0 0-10.5ZM12.6 12.6 16.5 16.5',
  close: 'm5 5 10 10M15 5 5 15',
  back: 'M12.5 4 6.5 10l6 6',
  copy: 'M7.5 7.5h8v8h-8zM12.5 4.5h-8v8',
  done: 'm4.5 10.5 3.5 3.5 7.5-8',
  trash: 'M4 6h12M8 6V4h4v2M5.5 6l.7 10h7.6l.7-10M8.5 9v4.5M11.5 9v4.5',
  plug: 'M7.5 3.5V7M12.5 3.5V7M5.5 7h9v2.5a4.5 4.5 0 0 1-9 0zM10 14v3',
  keyboard: 'M2.5 5.5h15v9h-15zM5.5 8.5h.01M8.5 8.5h.01M11.5 8.5h.01M14.5 8.5h.01M6.5 11.75h7',
  down: 'M10 4v12M5 11l5 5 5-5',
  image: 'M3.5 4.5h13v11h-13zM3.5 13l4-4 4 4 2-2 3 3M12.5 8h.01',
  link: 'M8.5 11.5a3 3 0 0 0 4.2 0l2.6-2.6a3 3 0 0 0-4.2-4.2l-.8.8M11.5 8.5a3 3 0 0 0-4.2 0l-2.6 2.6a3 3 0 0 0 4.2 4.2l.8-.8',
  bolt: 'M11 3 5 11.5h4.5L9 17l6-8.5h-4.5z',
  pending: 'M10 5.5V10l3 1.75M10 3a7 7 0 1 1 0 14 7 7 0 0 1 0-14Z',
  sent: 'm5 10.5 3.5 3.5L15.5 6.5',
  delivered: 'm2.5 10.5 3.5 3.5 6.5-7.5M9.5 13.5l.7.5 7-7.5',
  failed: 'M10 6v4.75M10 13.75h.01M10 3a7 7 0 1 1 0 14 7 7 0 0 1 0-14Z',
  person: 'M10 4a3 3 0 1 1 0 6 3 3 0 0 1 0-6ZM4 16.5c.6-3 3-4.5 6-4.5s5.4 1.5 6 4.5',
  next: 'm8 5 5 5-5 5',
  pin: 'M10 17.5c3.5-3.6 5.25-6.4 5.25-8.5a5.25 5.25 0 0 0-10.5 0c0 2.1 1.75 4.9 5.25 8.5ZM10 7.25a1.75 1.75 0 1 1 0 3.5 1.75 1.75 0 0 1 0-3.5Z',
  calendar: 'M4 5.5h12v11H4zM4 9h12M7.5 3.5v3M12.5 3.5v3',
  send: 'M16.5 3.5 8.5 11.5M16.5 3.5l-5 13-3-5-5-3z',
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

/** ㅈ of 전보, telegram, in Korean Morse code: dot, dash, dash, dot. */
export function Logo() {
  return (
    <svg class="logo" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="9" />
      <g>
        <circle cx="6.75" cy="16" r="1.75" />
        <rect x="10.25" y="14.25" width="5" height="3.5" rx="1.75" />
        <rect x="16.75" y="14.25" width="5" height="3.5" rx="1.75" />
        <circle cx="25.25" cy="16" r="1.75" />
      </g>
    </svg>
  );
}
