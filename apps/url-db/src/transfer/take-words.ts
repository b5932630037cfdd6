import { isDomainName } from '../keys/composite-key.ts';
import { suggest } from '../suggest.ts';
import { UsageError } from '../usage-error.ts';
import { type TransferFormat, transferFormats } from './entry.ts';

/**
 * The words behind a command: options with a value each, and files.
 *
 * @throws UsageError
 * @example takeWords(['a.html', '--domain', 'x'], ['domain'], 1) // { files: ['a.html'], options: { domain: 'x' } }
 */
export function takeWords<Name extends string>(
  argv: readonly string[],
  names: readonly Name[],
  mostFiles: number,
): { readonly files: readonly string[]; readonly options: Partial<Record<Name, string>> } {
  const options: Partial<Record<Name, string>> = {};
  const files: string[] = [];
  for (let index = 0; index < argv.length; index += 1) {
    const word = argv[index] ?? '';
    const [, given, joined] = /^--?([a-z][a-z-]*)(?:=(.*))?$/s.exec(word) ?? [];
    const name = names.find((known) => known === given);
    if (name) {
      if (options[name] !== undefined) throw new UsageError('givenTwice', { word: `--${name}` });
      if (joined === undefined) index += 1;
      const value = joined ?? argv[index] ?? '';
      if (value === '') throw new UsageError('valueMissing', { word: `--${name}` });
      options[name] = value;
    } else if (word.startsWith('-') && word !== '-') {
      const known = names.map((one) => `--${one}`);
      throw new UsageError(
        'unknownOption',
        { word, known: known.join(', ') },
        suggest(word, known),
      );
    } else if (files.length === mostFiles) throw new UsageError('wordTooMany', { word });
    else files.push(word);
  }
  return { files, options };
}

/** @throws UsageError */
export function takeFormat(word: string | undefined): TransferFormat | undefined {
  if (word === undefined) return undefined;
  const format = transferFormats.find((known) => known === word.toLowerCase());
  if (!format)
    throw new UsageError(
      'wrongFormat',
      { word, known: transferFormats.join(', ') },
      suggest(word, transferFormats),
    );
  return format;
}

/** @throws UsageError */
export function takeDomain(word: string | undefined): string | undefined {
  if (word === undefined) return undefined;
  const name = word.toLowerCase();
  if (!isDomainName(name)) throw new UsageError('wrongDomain', { word });
  return name;
}
