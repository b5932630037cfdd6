import type { CardButton } from '../../contract.ts';
import { limits } from '../limits.ts';
import type { Fields } from './read.ts';
import { addressOf, listOf, objectOf, optional, textOf, wrongTemplate } from './read.ts';

/** Where a link leads on this phone: the mobile address first. May lead nowhere: then it opens the app. */
export function linkOf(input: unknown, at: string): string | null {
  const link = objectOf(input, at);
  const web = optional(link.web_url, `${at}.web_url`, addressOf);
  const mobile = optional(link.mobile_web_url, `${at}.mobile_web_url`, addressOf);
  for (const name of ['android_execution_params', 'ios_execution_params']) {
    optional(link[name], `${at}.${name}`, textOf);
  }
  return mobile ?? web;
}

/**
 * `buttons`, or else one that leads where the message does, named by `button_title`: Kakao draws it under every
 * template whose link leads anywhere.
 */
export function buttonsOf(template: Fields, link: string | null): readonly CardButton[] {
  const { button_title: title, buttons } = template;
  if (title !== undefined && buttons !== undefined) {
    throw wrongTemplate('button_title', 'and buttons exclude each other');
  }
  if (buttons === undefined) {
    const name = optional(title, 'button_title', textOf);
    return name === null && link === null ? [] : [{ title: name ?? '자세히 보기', url: link }];
  }
  const list = listOf(buttons, 'buttons');
  if (list.length > limits.buttons) {
    throw wrongTemplate('buttons', `may be ${limits.buttons} at most`);
  }
  return list.map((item, index) => {
    const at = `buttons[${index}]`;
    const button = objectOf(item, at);
    return { title: textOf(button.title, `${at}.title`), url: linkOf(button.link, `${at}.link`) };
  });
}
