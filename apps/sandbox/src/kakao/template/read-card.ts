import type { MessageCard } from '../../contract.ts';
import { KakaoRefusal, unsatisfied } from '../answers.ts';
import { cardOf } from './card.ts';
import type { Fields } from './read.ts';
import { objectOf, wrongTemplate } from './read.ts';
import { templateTypes } from './template-types.ts';

/** How a send says what it sends: the end of its path. */
export type SendForm = 'default' | 'scrap' | 'custom';

const readers: Readonly<Record<SendForm, (form: URLSearchParams, app: string) => MessageCard>> = {
  default: defaultCard,
  scrap: scrapCard,
  custom: customCard,
};

/** The card that a request asks for, or a refusal that says what is wrong with it. */
export function readCard(sendForm: SendForm, form: URLSearchParams, app: string): MessageCard {
  return readers[sendForm](form, app);
}

function defaultCard(form: URLSearchParams, app: string): MessageCard {
  const template = objectOf(jsonOf(form, 'template_object'), 'template_object');
  const { object_type: type } = template;
  if (typeof type !== 'string' || !isTemplateType(type)) {
    const known = Object.keys(templateTypes).join(', ');
    throw wrongTemplate('object_type', `must be one of ${known}`);
  }
  return cardOf(type, app, templateTypes[type](template));
}

/** Kakao reads the page and draws its preview; the sandbox asks nothing of the network, so the address stands for it. */
function scrapCard(form: URLSearchParams, app: string): MessageCard {
  const url = required(form, 'request_url');
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) {
    throw unsatisfied('request_url', 'It must be an http(s) address.');
  }
  const { hostname } = new URL(url);
  if (form.has('template_id')) idOf(form);
  return cardOf('scrap', app, {
    contents: [{ title: hostname, description: url, image: null, url }],
    facts: factsOf(form),
    buttons: [{ title: '자세히 보기', url }],
  });
}

/** Built in Kakao's console, where the sandbox cannot look: its number and its arguments stand for it. */
function customCard(form: URLSearchParams, app: string): MessageCard {
  const title = `#${idOf(form)}`;
  return cardOf('custom', app, {
    contents: [{ title, description: null, image: null, url: null }],
    facts: factsOf(form),
  });
}

function idOf(form: URLSearchParams): string {
  const id = required(form, 'template_id');
  if (!/^[1-9]\d{0,15}$/.test(id)) throw unsatisfied('template_id', 'It must be a number.');
  return id;
}

function factsOf(form: URLSearchParams): MessageCard['facts'] {
  if (!form.has('template_args')) return [];
  const given = jsonOf(form, 'template_args');
  if (typeof given !== 'object' || given === null || Array.isArray(given)) {
    throw unsatisfied('template_args', 'It must be a JSON object.');
  }
  return Object.entries(given as Fields).map(([name, value]) => ({ name, value: String(value) }));
}

function jsonOf(form: URLSearchParams, name: string): unknown {
  try {
    return JSON.parse(required(form, name));
  } catch (error) {
    if (error instanceof KakaoRefusal) throw error;
    throw new KakaoRefusal(-2, `failed to parse parameter. name=${name}, it must be JSON`);
  }
}

/** Present and not empty, in Kakao's words where it is not. */
export function required(form: URLSearchParams, name: string): string {
  const value = form.get(name);
  if (value === null) throw new KakaoRefusal(-2, `The Parameter [${name}] cannot be null.`);
  if (value === '') throw new KakaoRefusal(-2, `The Parameter [${name}] cannot be empty.`);
  return value;
}

function isTemplateType(type: string): type is keyof typeof templateTypes {
  return Object.hasOwn(templateTypes, type);
}
