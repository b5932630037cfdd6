// Requests and answers as they stand in the document that url-db promises to keep, down to the order of the fields.

const node = `{
  "composite_id": "url-db:tech-articles:123",
  "url": "https://example.com/article",
  "domain_name": "tech-articles",
  "title": "Example Article",
  "description": "This is an example article",
  "created_at": "2023-01-01T00:00:00Z",
  "updated_at": "2023-01-01T00:00:00Z"
}`;

const attributes = `{
  "composite_id": "url-db:tech-articles:123",
  "attributes": [
    { "name": "category", "type": "tag", "value": "javascript" },
    { "name": "rating", "type": "number", "value": "4.5" }
  ]
}`;

export interface Pair {
  readonly request: string;
  readonly body?: string;
  readonly status: number;
  readonly answer?: string;
}

export const pairs = {
  createNode: {
    request: 'POST /nodes',
    body: `{
  "domain_name": "tech-articles",
  "url": "https://example.com/article",
  "title": "Example Article", 
  "description": "This is an example article"
}`,
    status: 201,
    answer: node,
  },
  getNode: { request: 'GET /nodes/url-db:tech-articles:123', status: 200, answer: node },
  listNodes: {
    request: 'GET /nodes?domain_name=tech-articles',
    status: 200,
    answer: `{
  "nodes": [${node}],
  "total_count": 1,
  "page": 1,
  "size": 20,
  "total_pages": 1
}`,
  },
  updateNode: {
    request: 'PUT /nodes/url-db:tech-articles:123',
    body: `{
  "title": "Updated Article Title",
  "description": "Updated description"
}`,
    status: 200,
    answer: `{
  "composite_id": "url-db:tech-articles:123",
  "url": "https://example.com/article",
  "domain_name": "tech-articles",
  "title": "Updated Article Title",
  "description": "Updated description", 
  "created_at": "2023-01-01T00:00:00Z",
  "updated_at": "2023-01-01T01:00:00Z"
}`,
  },
  deleteNode: { request: 'DELETE /nodes/url-db:tech-articles:123', status: 204 },
  findNode: {
    request: 'POST /nodes/find',
    body: `{
  "domain_name": "tech-articles",
  "url": "https://example.com/article"
}`,
    status: 200,
    answer: node,
  },
  findNothing: {
    request: 'POST /nodes/find',
    body: `{
  "domain_name": "tech-articles",
  "url": "https://example.com/article"
}`,
    status: 404,
    answer: `{
  "error": "NODE_NOT_FOUND",
  "message": "노드를 찾을 수 없습니다",
  "domain_name": "tech-articles",
  "url": "https://example.com/article"
}`,
  },
  // The document asks for 456 and 789 and answers about 999; what is not there is answered as it was asked for.
  batch: {
    request: 'POST /nodes/batch',
    body: `{
  "composite_ids": [
    "url-db:tech-articles:123",
    "url-db:recipes:999"
  ]
}`,
    status: 200,
    answer: `{
  "nodes": [${node}],
  "not_found": [
    "url-db:recipes:999"
  ]
}`,
  },
  listDomains: {
    request: 'GET /domains',
    status: 200,
    answer: `{
  "domains": [
    {
      "name": "tech-articles",
      "description": "기술 관련 아티클",
      "node_count": 150,
      "created_at": "2023-01-01T00:00:00Z",
      "updated_at": "2023-01-01T00:00:00Z"
    }
  ]
}`,
  },
  createDomain: {
    request: 'POST /domains',
    body: `{
  "name": "tech-articles",
  "description": "기술 관련 아티클"
}`,
    status: 201,
    answer: `{
  "name": "tech-articles",
  "description": "기술 관련 아티클",
  "node_count": 0,
  "created_at": "2023-01-01T00:00:00Z",
  "updated_at": "2023-01-01T00:00:00Z"
}`,
  },
  setAttributes: {
    request: 'PUT /nodes/url-db:tech-articles:123/attributes',
    body: `{
  "attributes": [
    {
      "name": "category",
      "value": "javascript"
    },
    {
      "name": "rating",
      "value": "4.5"
    }
  ]
}`,
    status: 200,
    answer: attributes,
  },
  getAttributes: {
    request: 'GET /nodes/url-db:tech-articles:123/attributes',
    status: 200,
    answer: attributes,
  },
  invalidKey: {
    request: 'GET /nodes/invalid-key',
    status: 400,
    answer: `{
  "error": "INVALID_COMPOSITE_KEY",
  "message": "합성키 형식이 올바르지 않습니다",
  "expected_format": "tool_name:domain_name:id",
  "provided": "invalid-key"
}`,
  },
  unknownDomain: {
    request: 'GET /nodes?domain_name=non-existent-domain',
    status: 404,
    answer: `{
  "error": "DOMAIN_NOT_FOUND",
  "message": "지정된 도메인을 찾을 수 없습니다",
  "domain_name": "non-existent-domain"
}`,
  },
  serverInfo: {
    request: 'GET /server/info',
    status: 200,
    answer: `{
  "name": "url-db",
  "version": "1.0.0",
  "description": "URL 데이터베이스 MCP 서버",
  "capabilities": [
    "resources",
    "tools",
    "prompts"
  ],
  "composite_key_format": "url-db:domain_name:id"
}`,
  },
} as const satisfies Record<string, Pair>;
