import { dialog } from '../state/dialogs.ts';
import { chooseLanguage, type Language, language, texts } from '../state/language.ts';
import { Icon } from './icons.tsx';

const names: Readonly<Record<Language, string>> = { ko: '한국어', en: 'English' };

/** Language and keyboard help, at the foot of the domains. */
export function PageTools() {
  const t = texts.value;
  return (
    <div class="page-tools">
      <fieldset class="languages" aria-label={t.language}>
        {(['ko', 'en'] as const).map((one) => (
          <button
            key={one}
            type="button"
            lang={one}
            aria-pressed={language.value === one}
            onClick={() => chooseLanguage(one)}
          >
            {names[one]}
          </button>
        ))}
      </fieldset>
      <button
        type="button"
        class="quiet keyboard-help"
        aria-label={t.shortcuts}
        title={t.shortcuts}
        aria-keyshortcuts="?"
        onClick={() => {
          dialog.value = { name: 'help' };
        }}
      >
        <Icon name="keyboard" />
      </button>
    </div>
  );
}
