import type { CheckResult, OutboundMessage } from '@jeonbo/core';
import type { KakaoTemplate } from '@jeonbo/kakao-client';

/** What a tool was asked to send, of whatever kind. */
export interface Content {
  /** All that is sent, as the ledger, the rails and the person who is asked know it. */
  readonly text: string;
  /** Everything that can be known without a network. */
  readonly check: (message: OutboundMessage) => CheckResult;
  /** Made when the rails let it pass: a page is published then and not before. */
  readonly build: () => Promise<Built>;
}

interface Built {
  readonly template: KakaoTemplate;
  /** Where a touch on it leads; missing where nowhere. */
  readonly link: string | undefined;
}
