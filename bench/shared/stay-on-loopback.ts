import { Socket } from 'node:net';

const loopback = /^(?:localhost|127\.\d+\.\d+\.\d+|::1|\[::1\])$/;

/** From here on a connection of this process to another machine throws before it is tried, TLS or not. */
export function stayOnLoopback(): void {
  const { connect } = Socket.prototype;
  Object.assign(Socket.prototype, {
    connect(this: Socket, ...args: unknown[]) {
      const host = hostOf(args);
      if (!loopback.test(host)) throw new Error(`bench: ${host} is not on loopback.`);
      return Reflect.apply(connect, this, args);
    },
  });
}

/** Node hands its own calls over as `[[options, callback]]`, others as `(options)` or `(port, host)`. */
function hostOf(args: readonly unknown[]): string {
  const [target, host] = args.flat();
  if (typeof target !== 'object' || target === null) return String(host ?? 'localhost');
  const options = target as { readonly host?: unknown; readonly path?: unknown };
  return options.path === undefined || options.path === null
    ? String(options.host ?? 'localhost')
    : 'localhost';
}
