/** What both programs send, so that they can be compared. */
export const plan = {
  concurrency: 1,
  chunkSize: 1000,
  message: '안내드립니다. 내일 오전 2시부터 4시까지 점검이 있습니다.',
  callbackNumber: '02-1234-5678',
  projectId: '3f0c1f6e-2b7a-4a7e-9f52-6d1f0a9be001',
} as const;
