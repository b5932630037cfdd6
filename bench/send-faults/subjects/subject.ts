/** A library under test, told where to send to; `send` sends one SMS. */
export type Connect = (url: string, timeoutMs: number) => { send(): Promise<unknown> };
