import type Provider from 'oidc-provider';
import type { InteractionResults } from 'oidc-provider';
import { Notice } from './answers.ts';

export type Interaction = Awaited<ReturnType<Provider['interactionDetails']>>;

/** @throws Notice where its time is over */
export async function findInteraction(provider: Provider, uid: string): Promise<Interaction> {
  const interaction = await provider.Interaction.find(uid);
  if (!interaction) throw new Notice('expired');
  return interaction;
}

/**
 * Ends the asking; the library goes on to the client when the browser that began comes to the address returned.
 *
 * @returns where the browser has to go
 */
export async function finish(
  interaction: Interaction,
  result: InteractionResults,
): Promise<string> {
  interaction.result = result;
  await interaction.persist();
  return interaction.returnTo;
}

/** What a client hears where the person said no. */
export const refused = {
  error: 'access_denied',
  error_description: 'the person did not agree',
} as const;
