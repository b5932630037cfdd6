import { knock, reachable } from '../state/connection.ts';
import { texts } from '../state/language.ts';
import { Icon } from './icons.tsx';

export function ConnectionNotice() {
  const t = texts.value;
  if (reachable.value) return null;
  return (
    <div class="connection" role="alert">
      <Icon name="warning" />
      <p>
        <strong>{t.unreachableTitle}</strong> <span>{t.unreachableBody}</span>
      </p>
      <button type="button" class="button button-small" onClick={() => void knock()}>
        {t.retry}
      </button>
    </div>
  );
}
