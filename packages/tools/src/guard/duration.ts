const unitMs = { s: 1000, m: 60_000, h: 3_600_000 } as const;

/**
 * @throws Error that says what is right
 * @example readDurationMs('5m') // 300000
 * @example readDurationMs('90') // 90000: a plain number is seconds
 */
export function readDurationMs(value: string): number {
  const [, count, unit = 's'] = /^(\d{1,7})\s*([smh])?$/i.exec(value.trim()) ?? [];
  if (count === undefined)
    throw new Error('Must be a duration such as 5m, 300s or 1h; 0 turns it off.');
  return Number(count) * unitMs[unit.toLowerCase() as keyof typeof unitMs];
}
