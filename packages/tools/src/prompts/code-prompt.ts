import { JeonboError, type Language } from '@jeonbo/core';
import { quote } from '../quote.ts';
import type { Words } from '../words.ts';
import type { Prompt } from './prompt.ts';

const frameworks = ['express', 'nextjs', 'react', 'vue', 'worker', 'http'] as const;
type Framework = (typeof frameworks)[number];

/** What the code is for, in one sentence, and what to ask or change before it is used. */
export interface CodeTask {
  readonly name:
    | 'sms_verification'
    | 'order_notification'
    | 'delivery_status_endpoint'
    | 'campaign_dashboard';
  readonly title: Words;
  readonly description: Words;
  readonly task: Words;
}

/**
 * A prompt that hands over the very files under `examples/`, which run and are tested. Those are loaded when the first
 * prompt is asked for: most sessions never do.
 */
export function codePrompt({ name, title, description, task }: CodeTask): Prompt {
  return {
    name,
    title,
    description,
    arguments: [
      {
        name: 'language',
        description: {
          en: 'Programming language, and ko or en for the explanations',
          ko: '프로그래밍 언어, 또는 설명 언어 ko·en',
        },
        values: ['typescript', 'javascript', 'python', 'go', 'java', 'ko', 'en'],
      },
      {
        name: 'framework',
        description: {
          en: 'Default express; http for any other language',
          ko: '기본값 express, 다른 언어는 http',
        },
        values: frameworks,
      },
    ],
    async build(given, preferred) {
      const { program, words } = readLanguage(given.language);
      const language = words ?? preferred;
      const framework = readFramework(given.framework) ?? (program ? 'http' : 'express');
      const files = await filesOf(name, framework);
      const translate = program && framework === 'http' ? [translation(program)[language]] : [];
      return [task[language], rules(framework)[language], ...translate, ...files].join('\n\n');
    },
  };
}

/** Both are called language: the one people speak and the one programs are written in. The examples are TypeScript. */
function readLanguage(given = ''): { readonly program?: string; readonly words?: Language } {
  const name = quote(given).slice(0, 30);
  const lower = name.toLowerCase();
  if (/^(ko|korean|한국어)$/.test(lower)) return { words: 'ko' };
  if (/^(en|english|영어)$/.test(lower)) return { words: 'en' };
  if (/^(|typescript|javascript|ts|js|node(\.?js)?)$/.test(lower)) return {};
  return { program: name };
}

function readFramework(given = ''): Framework | undefined {
  if (given === '') return undefined;
  const found = frameworks.find((framework) => framework === given.toLowerCase());
  if (found) return found;
  throw new JeonboError('VALIDATION_ERROR', `framework must be one of ${frameworks.join(', ')}.`, {
    field: 'framework',
  });
}

function translation(program: string): Words {
  return {
    en: `Write it in ${program}: the requests and the Python program below show every header, field and rule.`,
    ko: `${program}(으)로 작성하세요. 아래 요청과 Python 프로그램에 모든 헤더, 필드, 규칙이 있습니다.`,
  };
}

async function filesOf(name: CodeTask['name'], framework: Framework): Promise<string[]> {
  const { exampleFiles, exampleIndex } = await import('../examples.generated.ts');
  const files: Record<string, string> = exampleFiles;
  const paths: readonly string[] = exampleIndex[name][framework];
  return paths.map(
    (path) => `\`${path}\`\n\`\`\`${extensionOf(path)}\n${files[path]?.trimEnd()}\n\`\`\``,
  );
}

function rules(framework: Framework): Record<Language, string> {
  return {
    en: [
      `Use the files below for ${framework}. They run and are tested as they stand: keep their structure, change names and texts only.`,
      '- Keys come from the environment (BAAS_API_KEY, PROJECT_ID). Never write one into code and never send one to a browser.',
      '- Accepted is not delivered: read the outcome from the status.',
      '- Where a send ends with mayHaveBeenSent, do not send again.',
      '- To try it without sending: npx @jeonbo/sandbox, and set BAAS_API_BASE_URL to its address.',
    ].join('\n'),
    ko: [
      `아래는 ${framework}용 파일입니다. 그대로 실행되고 테스트된 코드이니 구조는 두고 이름과 문구만 바꾸세요.`,
      '- 키는 환경 변수(BAAS_API_KEY, PROJECT_ID)에서 읽습니다. 코드에 쓰거나 브라우저로 보내지 마세요.',
      '- 접수는 수신 완료가 아닙니다. 결과는 상태 조회로 확인하세요.',
      '- mayHaveBeenSent로 끝난 발송은 다시 보내지 마세요.',
      '- 실제로 보내지 않고 시험하려면 npx @jeonbo/sandbox를 띄우고 BAAS_API_BASE_URL을 그 주소로 두세요.',
    ].join('\n'),
  };
}

function extensionOf(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1);
}
