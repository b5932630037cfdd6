import { fill } from '../../words.ts';
import { quoted } from '../quoted.ts';
import { domainSample } from './domain-sample.ts';
import { domainArgument, type Prompt } from './prompt.ts';

const task = {
  en: [
    'Put the domain {name} of url-db in order.',
    '{goal}',
    '1. From the nodes below, propose a few attributes that would help to find them again, each with its type (tag, ordered_tag, number, string, markdown, image). Keep those that are defined already where they fit.',
    '2. Show me which nodes would get which values, and which titles or descriptions you would mend. Wait until I agree.',
    '3. Then define what is missing with create_domain_attribute, set the values with set_node_attributes and mend titles with update_node. Delete nothing.',
    'Read the other nodes with list_nodes where there are more than are shown. Use only keys that the tools answered.',
  ].join('\n'),
  ko: [
    'url-db의 {name} 도메인을 정리해 주세요.',
    '{goal}',
    '1. 아래 노드를 보고 다시 찾기 쉽게 해 줄 속성 몇 가지를 유형(tag, ordered_tag, number, string, markdown, image)과 함께 제안하세요. 이미 정의된 속성이 맞으면 그대로 쓰세요.',
    '2. 어떤 노드에 어떤 값을 넣을지, 고칠 제목과 설명은 무엇인지 먼저 보여 주고 제가 동의할 때까지 기다리세요.',
    '3. 동의하면 없는 속성은 create_domain_attribute로 만들고, 값은 set_node_attributes로, 제목은 update_node로 고치세요. 아무것도 지우지 마세요.',
    '아래보다 노드가 더 있으면 list_nodes로 이어서 읽으세요. 키는 도구가 돌려준 것만 쓰세요.',
  ].join('\n'),
};

const goals = {
  en: { given: 'What I want: {goal}', none: 'What I want: to find things again quickly.' },
  ko: { given: '원하는 것: {goal}', none: '원하는 것: 나중에 빨리 찾을 수 있게.' },
};

export const organizeDomain: Prompt = {
  name: 'organize_domain',
  title: { en: 'Put a domain in order', ko: '도메인 정리' },
  description: {
    en: 'Proposes attributes for the nodes of a domain and, once you agree, sets them.',
    ko: '도메인의 노드에 맞는 속성을 제안하고, 동의하면 설정합니다.',
  },
  arguments: [
    domainArgument,
    {
      name: 'goal',
      description: { en: 'What the order is for, in your own words', ko: '정리하려는 목적' },
      required: false,
    },
  ],
  async build({ domain_name = '', goal }, context) {
    const { given, none } = goals[context.language];
    const wanted = goal?.trim() ? fill(given, { goal: quoted(goal, 500) }) : none;
    const sample = await domainSample(domain_name, context);
    return `${fill(task[context.language], { name: domain_name, goal: wanted })}\n\n${sample}`;
  },
};
