import { readFileSync } from 'node:fs';
import { dirname, join, normalize, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { embedded } from './embed.ts';
import { frameworks, index } from './embed-index.ts';

const handovers = Object.entries(index).flatMap(([prompt, byFramework]) =>
  Object.entries(byFramework).map(([framework, files]) => ({ prompt, framework, files })),
);

function read(path: string): string {
  return readFileSync(resolve(import.meta.dirname, path), 'utf8');
}

it('the generated module is what the examples are now', () => {
  const { expected, actual } = embedded();
  // Not toBe on the texts: the difference of two long modules helps nobody.
  expect(actual === expected, 'run: node examples/embed.ts').toBe(true);
});

it('answers for every prompt and framework', () => {
  expect(Object.keys(index)).toEqual([
    'sms_verification',
    'order_notification',
    'delivery_status_endpoint',
    'campaign_dashboard',
  ]);
  for (const byFramework of Object.values(index))
    expect(Object.keys(byFramework)).toEqual([...frameworks]);
});

describe.each(handovers)('$prompt in $framework', ({ files }) => {
  it('hands over every file that its files import', () => {
    for (const file of files) {
      const imported = [...read(file).matchAll(/from '(\.[^']+)'/g)].map(([, path]) =>
        normalize(join(dirname(file), String(path))),
      );
      const fetched = /from baas import/.test(read(file)) ? ['shared/http/baas.py'] : [];
      expect(files).toEqual(expect.arrayContaining([...imported, ...fetched]));
    }
  });

  it('names no file twice', () => {
    expect(new Set(files).size).toBe(files.length);
  });

  it('holds no key, no predictable number and no switched-off check', () => {
    const text = files.map(read).join('\n');
    expect(text).not.toMatch(/(?:API_KEY|SECRET|TOKEN)['"]?\s*[:=]\s*['"][^'"]/);
    expect(text.replace(/[Nn]ever (?:Math\.)?random(?:\.random)?\(\)/g, '')).not.toMatch(
      /Math\.random|random\.random/,
    );
    expect(text).not.toMatch(/rejectUnauthorized|CERT_NONE/);
  });
});
