import type { SandboxMessage } from '../../../src/contract.ts';
import { Icon } from './icons.tsx';

interface Props {
  readonly seed: string;
  readonly name: string | null;
  readonly provider?: SandboxMessage['provider'];
}

const TINTS = 6;

/** Always the same colour for the same number. */
function tintOf(seed: string): number {
  let sum = 0;
  for (const character of seed) sum = (sum * 31 + character.charCodeAt(0)) % 9973;
  return sum % TINTS;
}

/** Koreans call each other by the given name: the last two syllables stand for 김서연. */
function initials(name: string): string {
  const trimmed = name.trim();
  if (/^[가-힣]{3,4}$/.test(trimmed)) return trimmed.slice(-2);
  if (/^[가-힣]/.test(trimmed)) return trimmed.slice(0, 2);
  const words = trimmed.split(/\s+/).map((word) => [...word][0] ?? '');
  return `${words[0] ?? ''}${words.length > 1 ? (words.at(-1) ?? '') : ''}`.toUpperCase();
}

export function Avatar({ seed, name, provider }: Props) {
  return (
    <span class="avatar" data-tint={tintOf(seed)} data-provider={provider} aria-hidden="true">
      {name ? initials(name) : <Icon name="person" />}
    </span>
  );
}
