import { generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';

const hourMs = 60 * 60_000;

interface Certificate {
  readonly cert: string;
  readonly key: string;
}

/**
 * A certificate for a name, made now and trusted by this process alone: for what is only so over https (RFC 5280, RFC
 * 5758). There is no tool for it in Node.
 */
export function trustedCertificate(host: string): Certificate {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const now = Date.now();
  // One for each: of two trusted ones with the same subject the wrong one may be taken.
  const subject = nameOf(`${host} ${randomBytes(8).toString('hex')}`);
  const dnsName = der(0x82, Buffer.from(host));
  const content = sequence(
    der(0xa0, der(0x02, Buffer.of(2))),
    der(0x02, Buffer.of(1), randomBytes(8)),
    ecdsa,
    subject,
    sequence(timeOf(now - hourMs), timeOf(now + hourMs)),
    subject,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, sequence(sequence(alternativeName, der(0x04, sequence(dnsName))))),
  );
  const signature = der(0x03, Buffer.of(0), sign('sha256', content, privateKey));
  const base64 = sequence(content, ecdsa, signature).toString('base64');
  const cert = `-----BEGIN CERTIFICATE-----\n${base64.replace(/.{64}/g, '$&\n')}\n-----END CERTIFICATE-----\n`;
  setDefaultCACertificates([...getCACertificates('default'), cert]);
  return { cert, key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString() };
}

/** One value of ASN.1: its tag, its length, its content. */
function der(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  const bytes = length < 256 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.of(tag, ...(length < 128 ? [length] : bytes)), content]);
}

function sequence(...parts: readonly Uint8Array[]): Buffer {
  return der(0x30, ...parts);
}

// Browsers take no certificate with an Ed25519 key.
const ecdsa = sequence(der(0x06, Buffer.from('2a8648ce3d040302', 'hex')));
const commonName = der(0x06, Buffer.from('550403', 'hex'));
const alternativeName = der(0x06, Buffer.from('551d11', 'hex'));

function nameOf(text: string): Buffer {
  return sequence(der(0x31, sequence(commonName, der(0x0c, Buffer.from(text)))));
}

/** `YYMMDDhhmmssZ`. */
function timeOf(at: number): Buffer {
  const [digits = ''] = new Date(at).toISOString().replace(/[-:T]/g, '').split('.');
  return der(0x17, Buffer.from(`${digits.slice(2)}Z`));
}
