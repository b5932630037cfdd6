import type { Context } from '../context.ts';
import { type Consent, optionsFor } from './consent.ts';
import type { Container } from './engine-arguments.ts';
import type { Manifest } from './manifest.ts';
import { neverGiven } from './permissions.ts';
import { fill } from './problem.ts';
import type { Requested } from './requested.ts';
import { type RuntimePermission, textOf } from './runtime-permission.ts';
import { isolateTexts } from './texts.ts';

type Sentence = Exclude<keyof (typeof isolateTexts)['en'], 'help' | 'yesNo'>;

/** Says what a person should know, on stderr: in words at a terminal, as log lines to a host. */
export function createTell({ environment, interactive, language, log, stderr }: Context) {
  const say = (sentence: Sentence, values: Readonly<Record<string, string>> = {}) => {
    if (interactive) stderr.write(`${fill(isolateTexts[language][sentence], values)}\n`);
    else log.info(fill(isolateTexts.en[sentence], values));
  };

  return {
    consented(manifest: Manifest, { granted, refused, asked }: Consent, own: Requested): void {
      for (const permission of refused)
        say('leftOut', { kind: permission.kind, text: textOf(permission) });
      for (const permission of granted) {
        if (permission.kind === 'env' && !environment[permission.name])
          say('notSet', { text: permission.name });
        if (permission.kind === 'host' && permission.host.startsWith('127.'))
          say('loopback', { text: textOf(permission) });
      }
      const isLedger = (one: RuntimePermission) => one.kind === 'path' && one.path === own.ledger;
      if (refused.some(isLedger)) say('noLedger');
      for (const text of manifest.permissions.filter((name) => neverGiven.includes(name)))
        say('neverGiven', { text });
      const { code_mount: code } = manifest;
      if (granted.some((one) => one.kind === 'path' && one.path === code))
        say('code', { text: String(code) });
      if (!asked) return;
      say('nextTime');
      stderr.write(
        `  jeonbo-mcp isolate twilio ${optionsFor(granted)}${refused.length > 0 ? ' --no-ask' : ''}\n`,
      );
    },
    starting(
      { name }: Manifest,
      container: Container,
      granted: readonly RuntimePermission[],
    ): void {
      const { engine, image, network } = container;
      const reach = granted.filter(({ kind }) => kind === 'domain' || kind === 'host').map(textOf);
      if (!network) say('noNetwork');
      const text = reach.join(', ') || isolateTexts[language].nothing;
      say('started', { name, engine, image, text });
    },
    notPinned: (text: string, reason: string): void => say('notPinned', { text, reason }),
  };
}
