import type { CheckResult, Issue, OutboundMessage } from '@jeonbo/core';
import type { KakaoTemplate } from '@jeonbo/kakao-client';
import { createMessageClient } from '@jeonbo/kakao-client';
import { refuseSecrets } from '../guard/secrets.ts';
import type { Content } from './content.ts';
import type { KakaoContext } from './context.ts';
import { placeholdersIn } from './placeholders.ts';
import type { TemplateInput } from './template-input.ts';

/** A template, whose whole content is what makes two of them the same. */
export function templateContent(input: TemplateInput, context: KakaoContext): Content {
  const template = toClient(input) as KakaoTemplate;
  return {
    text: JSON.stringify(sorted(input), null, 1),
    check: (message) => checkTemplate(template, message, context),
    build: async () => ({ template, link: linkOf(input) }),
  };
}

function checkTemplate(
  template: KakaoTemplate,
  { to }: OutboundMessage,
  { kakao, secrets }: KakaoContext,
): CheckResult {
  const texts = textsIn(template);
  // In JSON a line break hides what is written across it, and an address what is encoded in it.
  const media = texts.flatMap((text) => URL.parse(text) ?? []);
  refuseSecrets({ to: ['me'], text: texts.join('\n').replaceAll('#{', '# {'), media }, secrets);
  const people = createMessageClient(kakao, { link: {} }).check({ to, text: '-' });
  const found = kakao.check({ template });
  const errors = [
    ...people.errors,
    ...placeholdersIn(texts, 'template'),
    ...found.errors.map(inKakaosSpelling),
  ];
  const warnings = [...people.warnings, ...found.warnings.map(inKakaosSpelling)];
  return { ...found, ok: errors.length === 0, errors, warnings };
}

/** The sentence names fields as the client does; who wrote the template knows `web_url`. */
function inKakaosSpelling(issue: Issue): Issue {
  const message = issue.message.replace(
    /(?<=[a-z])[A-Z](?=[a-z])/g,
    (letter) => `_${letter.toLowerCase()}`,
  );
  return { ...issue, message };
}

/** Kakao's spelling in the client's: `web_url` is `webUrl`. */
function toClient(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toClient);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()),
      toClient(inner),
    ]),
  );
}

/** The same for the same fields in any order. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return Object.fromEntries(
    entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, inner]) => [name, sorted(inner)]),
  );
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}

/** Where a touch on its body leads. */
function linkOf(template: TemplateInput): string | undefined {
  const { web_url, mobile_web_url } =
    'link' in template
      ? template.link
      : 'content' in template
        ? template.content.link
        : template.header_link;
  return web_url ?? mobile_web_url;
}
