const encoder = new TextEncoder();

/** HMAC-SHA-256 as hexadecimal digits. Only who knows the secret can make it or check it. */
export async function sign(secret: string, text: string): Promise<string> {
  const signed = await crypto.subtle.sign('HMAC', await keyOf(secret), encoder.encode(text));
  return [...new Uint8Array(signed)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * Whether the signature belongs to the text. `verify` takes the same time however much of it is right;
 * `===` stops at the first wrong character, and that difference can be measured from outside.
 */
export async function isSigned(secret: string, text: string, signature: string): Promise<boolean> {
  if (!/^[0-9a-f]{64}$/.test(signature)) return false;
  const bytes = Uint8Array.from(signature.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  return crypto.subtle.verify('HMAC', await keyOf(secret), bytes, encoder.encode(text));
}

/** Compares two secrets without telling by time how alike they are. */
export async function isSameSecret(expected: string, given: string): Promise<boolean> {
  return isSigned(expected, 'same', await sign(given || ' ', 'same'));
}

function keyOf(secret: string): Promise<CryptoKey> {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  return crypto.subtle.importKey('raw', encoder.encode(secret), algorithm, false, [
    'sign',
    'verify',
  ]);
}
