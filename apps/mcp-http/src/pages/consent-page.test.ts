import { expect, it } from 'vitest';
import { type ConsentProps, consentPage } from './consent-page.ts';

const props: ConsentProps = {
  language: 'en',
  action: '/interaction/abc',
  csrfToken: 't0ken',
  client: { name: 'Claude' },
  redirectUri: 'http://127.0.0.1:33418/callback',
  scopes: ['kakao:message', 'kakao:friends'],
};
const text = (more: Partial<ConsentProps>): string =>
  consentPage({ ...props, ...more })
    .replace(/<title>.*<\/title>/, '')
    .replace(/<[^>]*>/g, '')
    .replace(/\s+/g, ' ');

it('breaks out of nothing', () => {
  const hostile = `"><script>alert('x')</script>`;
  const html = consentPage({
    ...props,
    action: `/interaction/${hostile}`,
    csrfToken: hostile,
    client: { name: hostile, metadataUrl: 'https://a.example/"><script>' },
    redirectUri: 'https://b.example/"><script>',
  });
  expect(html).not.toContain('<script');
  expect(html.match(/<form /g)).toHaveLength(1);
});

it('says what is asked for, and nothing else', () => {
  const both = 'in your name to friends who use this service too see the names and pictures';
  expect(text({})).toContain(both);
  expect(text({ scopes: ['kakao:message'] })).not.toContain('see the names and pictures');
  const friends = text({ scopes: ['kakao:friends'] });
  expect(friends).toContain('Let Claude see your KakaoTalk friends?');
  expect(friends).not.toContain('in your name');
});

it('says where the client comes from', () => {
  expect(text({})).toContain('Registered itself. The name is its own claim');
  const described = text({
    client: { name: 'Claude', metadataUrl: 'https://user@claude.ai/client.json' },
  });
  expect(described).toContain('Described by claude.ai.');
  expect(described).not.toContain('Registered itself');
});

it('says where one returns to, and is loud about programs and apps', () => {
  const html = consentPage(props);
  expect(html).toContain('<div class="program">');
  expect(text({})).toContain('A program on this computer, at 127.0.0.1:33418.');
  expect(text({ redirectUri: 'cursor://anysphere/callback' })).toContain(
    'An app on this device that opens cursor: links.',
  );
  expect(text({ redirectUri: 'https://claude.ai/callback' })).toContain(
    'The site claude.ai, which',
  );
});

it.each([undefined, '', '\u202E\u200B'])('has words for a client named %j', (name) => {
  expect(text({ client: { name } })).toContain('Let an app without a name send');
});

it('isolates a name from the words around it', () => {
  const html = consentPage({ ...props, client: { name: 'שלום\u202E' } });
  expect(html).toContain('<bdi class="app">שלום</bdi>');
});
