import { fill } from '../../words.ts';
import { quoted } from '../quoted.ts';
import { domainSample } from './domain-sample.ts';
import { domainArgument, type Prompt } from './prompt.ts';

const task = {
  en: [
    'Tell me in a few sentences what the domain {name} of url-db holds: the main subjects, with two or three nodes as examples for each, and what stands out (much alike, out of place, old).',
    '{focus}',
    'Name nodes by title and composite key. Where there are more nodes than are shown, read on with list_nodes, or say that your summary covers a part only. Change nothing, and say nothing about pages that you have not read.',
  ].join('\n'),
  ko: [
    'url-db의 {name} 도메인에 무엇이 있는지 몇 문장으로 알려 주세요. 주요 주제마다 예가 되는 노드 두세 개를 들고, 눈에 띄는 점(서로 비슷한 것, 어울리지 않는 것, 오래된 것)도 적어 주세요.',
    '{focus}',
    '노드는 제목과 합성키로 적으세요. 아래보다 노드가 더 있으면 list_nodes로 이어서 읽거나, 일부만 요약했다고 밝히세요. 아무것도 바꾸지 말고, 읽지 않은 페이지의 내용은 짐작해 적지 마세요.',
  ].join('\n'),
};

const focuses = {
  en: 'Look at this above all: {focus}',
  ko: '특히 이것을 중심으로: {focus}',
};

export const summarizeDomain: Prompt = {
  name: 'summarize_domain',
  title: { en: 'Sum up a domain', ko: '도메인 요약' },
  description: {
    en: 'Tells what a domain holds, by subject.',
    ko: '도메인에 무엇이 있는지 주제별로 알려 줍니다.',
  },
  arguments: [
    domainArgument,
    {
      name: 'focus',
      description: { en: 'What interests you most', ko: '중점을 둘 내용' },
      required: false,
    },
  ],
  async build({ domain_name = '', focus }, context) {
    const { language } = context;
    const wanted = focus?.trim() ? fill(focuses[language], { focus: quoted(focus, 500) }) : '';
    const sample = await domainSample(domain_name, context);
    const told = fill(task[language], { name: domain_name, focus: wanted }).replace(/\n\n/, '\n');
    return `${told}\n\n${sample}`;
  },
};
