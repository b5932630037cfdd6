import type { ToolCall } from '../tool.ts';

/** Tells how far a send of many requests is: each that is answered is a step. */
export function countAnswers(total: number, progress: ToolCall['progress']) {
  let done = 0;
  return async <Answer>(answer: Promise<Answer>, recipients: number): Promise<Answer> => {
    const result = await answer;
    done += recipients;
    progress(done, total, { en: 'Accepted', ko: '접수되었습니다' });
    return result;
  };
}
