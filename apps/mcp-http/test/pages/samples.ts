import type { Language } from '@jeonbo/core';
import {
  consentPage,
  handOffPage,
  messagePage,
  type NoticeKind,
  noticePage,
  noticeStatus,
} from '../../src/pages/index.ts';
import type { ShownPage } from './pages-server.ts';

const koreanText = `안녕하세요, 서연님. 이번 주 토요일 모임 안내를 보냅니다.

장소: 서울 성동구 왕십리로 83-21 (2층 ‘똠방각하’)
시간: 11월 22일 오후 3시

가는 길은 여기에 있습니다: https://map.example.com/place/성수에서-모임?from=왕십리역&to=8
준비물은 다음과 같습니다.
  1. 편한 신발
  2. 각자 마실 것 ☕
  3. 펲시 두 병

뷁, 똠, 펲처럼 드문 글자도 그대로 보입니다.

비가 오면 같은 시간에 카페(https://cafe.example/menu)에서 만나요. 늦으시면 010-1234-5678로 연락 주세요.

모임이 끝난 뒤에는 근처 식당에서 저녁을 함께합니다. 알레르기가 있거나 드시지 못하는 음식이 있으면 금요일까지 알려 주세요. 회비는 1인당 25,000원이고, 남는 금액은 다음 모임에 쓰겠습니다. 지난번에 빌려 가신 책은 이번에 돌려주시면 됩니다.

궁금한 점은 언제든 물어보세요. 토요일에 뵙겠습니다! 🎉`;

const englishText = `Dear Alex,

here is what we agreed on today. The first draft is due on 28 November, the second one week later.

1. The figures of the third quarter, as a table
2. A summary of at most 300 words
3. The list of open questions: https://docs.example.com/q3/open-questions?view=all#later.

If you cannot make it, tell me by Wednesday. The long reference is
Pneumonoultramicroscopicsilicovolcanoconiosis-0123456789-0123456789-0123456789-0123456789-0123456789-0123456789-0123456789-end.

Yours,
Kim Seo-yeon`;

const mixedText = `${koreanText}

مرحبا بكم، هذا نص باللغة العربية مع رابط https://example.com/ar/صفحة ثم تتمة.

שלום, זה טקסט בעברית.

日本語の文章もあります。漢字: 國語 大韓民國`;

const hostileText = `<script>document.title='x'</script><img src=x onerror="alert(1)">
"><svg onload=alert(1)> &lt;b&gt; javascript:alert(1) [x](javascript:alert(1)) data:text/html,<b>
https://a.example/"onmouseover="alert(1) \u202Ehttps://bank.example@evil.example/ </p></article><form>`;

const at = Date.UTC(2026, 10, 20, 7, 10);
const month = 30 * 24 * 3_600_000;

/** Every page, as people meet it, by a name. */
export function samples(language: Language): Readonly<Record<string, ShownPage>> {
  const form = { language, action: '/interaction/abc', csrfToken: 't0ken' } as const;
  const both = ['kakao:message', 'kakao:friends'] as const;
  const consent = (body: string): ShownPage => ({ kind: 'consent', body });
  const message = (text: string, from?: string): ShownPage => ({
    kind: 'message',
    body: messagePage({ language, text, from, createdAt: at, expiresAt: at + month }),
  });
  const notices = Object.keys(noticeStatus) as NoticeKind[];
  return {
    'consent-program': consent(
      consentPage({
        ...form,
        client: { name: 'Claude Code' },
        redirectUri: 'http://127.0.0.1:33418/callback',
        scopes: both,
      }),
    ),
    'consent-site': consent(
      consentPage({
        ...form,
        client: { name: 'Claude', metadataUrl: 'https://claude.ai/oauth/client.json' },
        redirectUri: 'https://claude.ai/api/mcp/auth_callback',
        scopes: both,
      }),
    ),
    'consent-app': consent(
      consentPage({
        ...form,
        client: { name: 'Cursor' },
        redirectUri: 'cursor://anysphere.cursor-mcp/oauth/callback',
        scopes: ['kakao:message'],
      }),
    ),
    'consent-hostile': consent(
      consentPage({
        ...form,
        client: {
          name: `<b onclick="x">카카오뱅크</b>\u202E공식\u0000 ${'뷁똠펲'.repeat(40)}`,
          metadataUrl: `https://${'very-long-name.'.repeat(12)}example/client`,
        },
        redirectUri: `https://${'another-long-name-without-end'.repeat(2)}.example:8443/callback`,
        scopes: both,
      }),
    ),
    'message-korean': message(koreanText, '김서연'),
    'message-english': message(englishText),
    'message-mixed': message(mixedText, 'محمد'),
    'message-hostile': message(hostileText, '"><b>\u202E이름'),
    'message-long': message(`${koreanText}\n\n`.repeat(40)),
    handOff: {
      kind: 'handOff',
      body: handOffPage({ language, to: '/nowhere' }),
    },
    ...Object.fromEntries(
      notices.map((kind): [string, ShownPage] => [
        `notice-${kind}`,
        {
          kind: 'notice',
          status: noticeStatus[kind],
          body: noticePage({ language, kind, code: 'KOE006', retryAfter: 40 }),
        },
      ]),
    ),
  };
}
