import { linkTo } from '../format/url.ts';
import { texts } from '../state/language.ts';
import { CopyButton } from './copy-button.tsx';
import { Icon } from './icons.tsx';

/** The whole address as it was given, and a link only where it leads to the web. */
export function NodeLink({ url }: { url: string }) {
  const t = texts.value;
  const link = linkTo(url);
  return (
    <div class="node-link">
      {link === undefined ? (
        <span class="node-url" title={t.notALink}>
          {url}
        </span>
      ) : (
        <a class="node-url" href={link} target="_blank" rel="noopener noreferrer">
          {url}
          <Icon name="open" />
          <span class="hidden">{t.open}</span>
        </a>
      )}
      <CopyButton text={url} label={t.copyUrl} />
    </div>
  );
}
