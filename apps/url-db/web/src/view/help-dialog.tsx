import { dialog } from '../state/dialogs.ts';
import { texts } from '../state/language.ts';
import { Dialog } from './dialog.tsx';

export function HelpDialog() {
  const t = texts.value;
  const keys: readonly (readonly [readonly string[], string])[] = [
    [['/'], t.keys.search],
    [['j', '↓'], t.keys.next],
    [['k', '↑'], t.keys.previous],
    [['Enter'], t.keys.open],
    [['n'], t.keys.add],
    [['e'], t.keys.edit],
    [['Delete'], t.keys.delete],
    [['z'], t.keys.undo],
    [['Esc'], t.keys.back],
    [['?'], t.keys.help],
  ];
  return (
    <Dialog isOpen={dialog.value?.name === 'help'} title={t.shortcuts} kind="sheet">
      <dl class="keys">
        {keys.map(([names, what]) => (
          <div key={what}>
            <dt>{what}</dt>
            <dd>
              {names.map((name) => (
                <kbd key={name}>{name}</kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
