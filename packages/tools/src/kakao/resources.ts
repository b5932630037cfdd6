import { JeonboError } from '@jeonbo/core';
import { errorsResource } from '../resources/errors.ts';
import { guardResource } from '../resources/guard.ts';
import type { Resource } from '../resources/resource.ts';
import type { KakaoContext } from './context.ts';
import { templateExamples } from './template-examples.ts';

const names = Object.keys(templateExamples('en'));

const templatesResource: Resource<KakaoContext> = {
  name: 'templates',
  uri: 'jeonbo://templates/{object_type}',
  title: { en: 'Templates', ko: '카카오톡 템플릿' },
  description: {
    en: 'One of each type, for send_kakao_template',
    ko: 'send_kakao_template에 쓰는 유형별 예시',
  },
  mimeType: 'application/json',
  names,
  async read(name, { language }) {
    const examples: Readonly<Record<string, object>> = templateExamples(language);
    const example = Object.hasOwn(examples, name) ? examples[name] : undefined;
    if (!example) throw new JeonboError('NOT_FOUND', `There are ${names.join(', ')}.`);
    return JSON.stringify(example, null, 1);
  },
};

export const kakaoResources: readonly Resource<KakaoContext>[] = [
  templatesResource,
  errorsResource,
  guardResource,
];
