// How single entries of settings look.

/** Whether only programs of this machine can reach it. */
export function isThisMachine(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host);
}

export function isScheme(name: string): boolean {
  return (
    /^[a-z][a-z0-9+.-]{0,30}$/i.test(name) && !/^(?:javascript|data|vbscript|blob)$/i.test(name)
  );
}

export function isHostName(name: string): boolean {
  return /^(?:[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)*|\[[0-9a-fA-F:]+\])$/.test(name);
}

export function isOrigin(origin: string): boolean {
  return /^https?:\/\//.test(origin) && URL.parse(origin)?.origin === origin;
}
