import { useState } from 'preact/hooks';
import { isShowable } from '../format/parts.ts';
import { texts } from '../state/language.ts';
import { Icon } from './icons.tsx';

export function Media({ addresses }: { addresses: readonly string[] }) {
  if (addresses.length === 0) return null;
  return (
    <span class="media" data-count={Math.min(addresses.length, 5)}>
      {addresses.map((address, index) => (
        <Picture key={`${index}${address}`} address={address} number={index + 1} />
      ))}
    </span>
  );
}

export function Picture({ address, number }: { address: string; number: number }) {
  const t = texts.value;
  const [broken, setBroken] = useState(!isShowable(address));
  if (broken) {
    return (
      <span class="picture-missing">
        <Icon name="image" />
        <span>{t.imageMissing}</span>
        <small>{fileName(address)}</small>
      </span>
    );
  }
  return (
    <img
      src={address}
      alt={t.image(number)}
      loading="lazy"
      decoding="async"
      draggable={false}
      referrerpolicy="no-referrer"
      onError={() => setBroken(true)}
    />
  );
}

function fileName(address: string): string {
  if (address.startsWith('data:')) return address.slice(0, 24);
  return address.split(/[?#]/)[0]?.split('/').at(-1) || address.slice(0, 60);
}
