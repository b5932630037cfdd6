import * as z from 'zod';
import { apiVersion } from '../version.ts';
import { defineOperation, reads } from './define-operation.ts';

const description = { en: 'URL database MCP server', ko: 'URL 데이터베이스 MCP 서버' };

export const getServerInfo = defineOperation({
  name: 'get_server_info',
  title: { en: 'About this server', ko: '서버 정보' },
  description: {
    en: 'What this server is, which version of the API it speaks, and how its composite keys look.',
    ko: '이 서버가 무엇인지, 어떤 API 버전을 쓰는지, 합성키가 어떤 형식인지 알려 줍니다.',
  },
  input: z.strictObject({}),
  output: z.object({
    name: z.string(),
    version: z.string(),
    description: z.string(),
    capabilities: z.array(z.string()),
    composite_key_format: z.string(),
  }),
  rest: { method: 'GET', path: '/server/info', status: 200 },
  errors: [],
  tool: reads,
  async run(_input, { toolName, language }) {
    return {
      name: 'url-db',
      version: apiVersion,
      description: description[language],
      capabilities: ['resources', 'tools', 'prompts'],
      composite_key_format: `${toolName}:domain_name:id`,
    };
  },
});
