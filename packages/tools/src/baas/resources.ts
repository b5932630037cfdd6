import { JeonboError } from '@jeonbo/core';
import { errorsResource } from '../resources/errors.ts';
import { guardResource } from '../resources/guard.ts';
import type { Resource } from '../resources/resource.ts';
import { templatesResource } from '../resources/templates.ts';
import type { BaasContext } from './context.ts';
import { readGroup } from './status.ts';

const groupsResource: Resource<BaasContext> = {
  name: 'groups',
  uri: 'jeonbo://groups/{group_id}',
  title: { en: 'Send results', ko: '발송 결과' },
  description: { en: 'What became of a send', ko: '발송 그룹의 결과' },
  mimeType: 'application/json',
  async read(name, context, signal) {
    if (!/^\d{1,15}$/.test(name))
      throw new JeonboError('NOT_FOUND', 'A group id is a whole number.');
    const group = await readGroup(Number(name), context, signal ? { signal } : {});
    return JSON.stringify(group, null, 1);
  },
};

export const baasResources: readonly Resource<BaasContext>[] = [
  templatesResource,
  errorsResource,
  groupsResource,
  guardResource,
];
