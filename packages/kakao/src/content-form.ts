import type { KakaoContent, TemplateArgs } from './content-types.ts';
import { snakeCase } from './snake-case.ts';

/** Which of Kakao's endpoints takes a content. */
export type ContentKind = 'default' | 'scrap' | 'custom';

export function kindOf(content: KakaoContent): ContentKind {
  if ('template' in content) return 'default';
  return 'requestUrl' in content ? 'scrap' : 'custom';
}

/** `…/default/send`, `…/scrap/send`, and `…/send` for a template of the console. */
export function sendPath(root: string, kind: ContentKind): string {
  return kind === 'custom' ? `${root}/send` : `${root}/${kind}/send`;
}

/** What a content is on the wire: a form, with JSON inside. */
export function contentForm(content: KakaoContent): URLSearchParams {
  if ('template' in content)
    return new URLSearchParams({ template_object: JSON.stringify(toWire(content.template)) });
  const form = new URLSearchParams();
  if ('requestUrl' in content) form.set('request_url', String(content.requestUrl));
  if (content.templateId !== undefined) form.set('template_id', String(content.templateId));
  if (content.templateArgs) form.set('template_args', JSON.stringify(texts(content.templateArgs)));
  return form;
}

/** Kakao's own SDKs send nothing but texts. */
function texts(values: TemplateArgs): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]));
}

/** `webUrl` becomes `web_url`, at every depth. */
function toWire(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toWire);
  if (typeof value !== 'object' || value === null || value instanceof URL) return value;
  const entries = Object.entries(value).map(([name, inner]) => [snakeCase(name), toWire(inner)]);
  return Object.fromEntries(entries);
}
