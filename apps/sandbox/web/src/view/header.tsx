import { connection } from '../state/connection.ts';
import { type DialogName, dialog } from '../state/keys.ts';
import { choose, type Language, language, texts } from '../state/language.ts';
import { messages } from '../state/messages.ts';
import { CopyButton } from './copy-button.tsx';
import { Icon, type IconName, Logo } from './icons.tsx';

export function Header() {
  const t = texts.value;
  return (
    <header class="header">
      <h1 class="brand">
        <Logo />
        <span>{t.title}</span>
      </h1>
      <ConnectionState />
      <span class="address">
        <code>{location.host}</code>
        <CopyButton text={location.origin} label={t.address} quiet />
      </span>
      <div class="tools">
        {messages.value.length > 0 && <Tool icon="plug" label={t.guide} opens="guide" />}
        <Tool icon="keyboard" label={t.shortcuts} opens="help" />
        {messages.value.length > 0 && <Tool icon="trash" label={t.clear} opens="clear" />}
        <LanguageSwitch />
      </div>
    </header>
  );
}

function ConnectionState() {
  return (
    <span class="connection" role="status" data-state={connection.value}>
      <i class="dot" />
      <span>{texts.value.connection[connection.value]}</span>
    </span>
  );
}

function Tool({ icon, label, opens }: { icon: IconName; label: string; opens: DialogName }) {
  const open = () => {
    dialog.value = opens;
  };
  return (
    <button type="button" class={`tool tool-${opens}`} title={label} onClick={open}>
      <Icon name={icon} />
      <span>{label}</span>
    </button>
  );
}

const names: Record<Language, string> = { ko: '한국어', en: 'English' };
const shortNames: Record<Language, string> = { ko: '한', en: 'EN' };

function LanguageSwitch() {
  return (
    <fieldset class="languages">
      <legend class="hidden">{texts.value.language}</legend>
      {(['ko', 'en'] as const).map((each) => (
        <button
          key={each}
          type="button"
          lang={each}
          aria-pressed={language.value === each}
          aria-label={names[each]}
          onClick={() => choose(each)}
        >
          {shortNames[each]}
        </button>
      ))}
    </fieldset>
  );
}
