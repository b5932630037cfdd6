import { JeonboError } from './error.ts';
import type { MessageClient } from './messages.ts';

/**
 * One client made of several: a send moves on to the next only where the one before certainly sent nothing
 * (`mayHaveBeenSent` is false). Recipients that the first one rejected are not tried elsewhere; a receipt is an answer.
 *
 * Ids carry the provider's name, so that `status()` asks the client that sent.
 *
 * @example const client = firstOf([createMessageClient(baas), twilioMessages]);
 */
export function firstOf(clients: readonly MessageClient[]): MessageClient {
  const [first] = clients;
  if (!first)
    throw new JeonboError('VALIDATION_ERROR', 'firstOf needs at least one client.', {
      field: 'clients',
    });
  const lowest = (of: (client: MessageClient) => number) => Math.min(...clients.map(of));
  return {
    provider: clients.map(({ provider }) => provider).join('|'),
    capabilities: {
      ...first.capabilities,
      recipients: first.capabilities.recipients.filter((kind) =>
        clients.every(({ capabilities }) => capabilities.recipients.includes(kind)),
      ),
      maxTextLength: lowest(({ capabilities }) => capabilities.maxTextLength),
      maxMedia: lowest(({ capabilities }) => capabilities.maxMedia),
      subject: clients.every(({ capabilities }) => capabilities.subject),
      schedule: clients.every(({ capabilities }) => capabilities.schedule),
      deliveryReports: clients.every(({ capabilities }) => capabilities.deliveryReports),
    },
    async send(message, options) {
      let last: unknown;
      for (const [index, client] of clients.entries()) {
        try {
          const receipt = await client.send(message, options);
          return { ...receipt, id: `${index}:${receipt.id}` };
        } catch (error) {
          last = error;
          if (!JeonboError.is(error) || error.mayHaveBeenSent || error.code === 'CANCELED')
            throw error;
        }
      }
      throw last;
    },
    async status(id, options) {
      const [, index, inner] = /^(\d+):(.*)$/.exec(id) ?? [];
      const client = clients[Number(index)];
      if (!client || inner === undefined)
        throw new JeonboError(
          'NOT_FOUND',
          'This id is not from this client. Use the id of its receipt.',
          { field: 'id' },
        );
      return { ...(await client.status(inner, options)), id };
    },
    check: (message) => first.check(message),
  };
}
