import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { utf8 } from '../../../main/core/bytes.ts';
import { toBase32 } from '../../../main/core/codes/base32.ts';
import { readOtpauth, readSetup } from '../../../main/core/codes/otpauth.ts';

const seed = utf8('Hello!\xde\xad');
const secret = toBase32(seed);
const base = { kind: 'totp', seed, algorithm: 'sha1', digits: 6, period: 30 };
const uri = (query: string, path = 'totp/Shop:ana'): string => `otpauth://${path}?secret=${secret}${query}`;

describe('readOtpauth', () => {
  it.each([
    ['the least there is', `otpauth://totp?secret=${secret}`, base],
    ['a label alone', uri('', 'totp/ana'), { ...base, label: 'ana' }],
    ['issuer and label', uri(''), { ...base, issuer: 'Shop', label: 'ana' }],
    ['an encoded colon', uri('', 'totp/Shop%3A%20ana%40mail.example'), { ...base, issuer: 'Shop', label: 'ana@mail.example' }],
    ['a parameter over no label issuer', uri('&issuer=Big%20Shop', 'totp/ana'), { ...base, issuer: 'Big Shop', label: 'ana' }],
    ['plus signs as spaces in parameters only', uri('&issuer=Big+Shop', 'totp/a+b'), { ...base, issuer: 'Big Shop', label: 'a+b' }],
    ['two issuers that differ', uri('&issuer=Other'), { ...base, issuer: 'Other', label: 'ana', labelIssuer: 'Shop' }],
    ['an empty issuer', uri('&issuer='), { ...base, issuer: 'Shop', label: 'ana' }],
    [
      'capitals everywhere',
      `OTPAUTH://TOTP/?SECRET=${secret}&DIGITS=8&Algorithm=SHA256`,
      { ...base, digits: 8, algorithm: 'sha256' },
    ],
    ['algorithm HmacSHA512', uri('&algorithm=HmacSHA512', 'totp/'), { ...base, algorithm: 'sha512' }],
    ['algorithm sha-1', uri('&algorithm=sha-1', 'totp/'), base],
    ['the shortest period', uri('&period=10', 'totp/'), { ...base, period: 10 }],
    ['the longest period', uri('&period=300', 'totp/'), { ...base, period: 300 }],
    ['unknown parameters', uri('&image=https%3A%2F%2Fx&foo=%zz&steam', 'totp/'), base],
    ['an encoded number sign', uri('&issuer=Shop%232', 'totp/'), { ...base, issuer: 'Shop#2' }],
    ['spaces in the secret', `otpauth://totp/?secret=${secret.slice(0, 4)}+${secret.slice(4)}%3D%3D`, base],
    ['a counter on TOTP', uri('&counter=x', 'totp/'), base],
    ['HOTP', uri('&counter=42', 'hotp/'), { ...base, kind: 'hotp', counter: 42 }],
    ['HOTP without a counter and with a period', uri('&period=7', 'hotp/'), { ...base, kind: 'hotp', counter: 0 }],
    ['the largest counter', uri('&counter=9007199254740991', 'hotp/'), { ...base, kind: 'hotp', counter: Number.MAX_SAFE_INTEGER }],
    ['Steam by kind', uri('', 'steam/'), { ...base, kind: 'steam', digits: 5 }],
    ['Steam by encoder', uri('&encoder=Steam&digits=5', 'totp/'), { ...base, kind: 'steam', digits: 5 }],
    [
      'Steam as KeePassXC writes an older entry, with six digits',
      `otpauth://totp/Steam:ana?secret=${secret}&period=30&digits=6&issuer=Steam&encoder=steam`,
      { ...base, kind: 'steam', digits: 5, issuer: 'Steam', label: 'ana' },
    ],
    [
      'Steam as Aegis writes it',
      `otpauth://steam/Steam%3Aana?period=30&digits=5&algorithm=SHA1&secret=${secret}&issuer=Steam`,
      { ...base, kind: 'steam', digits: 5, issuer: 'Steam', label: 'ana' },
    ],
    [
      'Steam by issuer and five digits',
      uri('&digits=5', 'totp/Steam:ana'),
      { ...base, kind: 'steam', digits: 5, issuer: 'Steam', label: 'ana' },
    ],
    ['the issuer Steam with six digits', uri('', 'totp/Steam:ana'), { ...base, issuer: 'Steam', label: 'ana' }],
  ])('reads %s', (_, text, expected) => expect(readOtpauth(text)).toEqual(expected));

  it.each([
    ['', 'not_otpauth'],
    ['https://shop.example/', 'not_otpauth'],
    ['otpauth:totp/x', 'not_otpauth'],
    ['xotpauth://totp/?secret=MY', 'not_otpauth'],
    ['otpauth://', 'kind'],
    ['otpauth://foo/?secret=MY', 'kind'],
    ['otpauth://hotp:ana?secret=MY', 'kind'],
    ['otpauth://yaotp/ana?secret=MY', 'kind'],
    [uri('&encoder=other'), 'kind'],
    [uri('&encoder=steam', 'hotp/'), 'kind'],
    [uri('&digits=6&digits=8'), 'repeated'],
    [uri('&secret=MY'), 'repeated'],
    [uri('&issuer=%ff'), 'encoding'],
    [uri('', 'totp/%'), 'encoding'],
    [uri('', 'totp/%c3%28'), 'encoding'],
    [uri('', 'totp/a%00b'), 'name'],
    [uri('&issuer=a%0Ab'), 'name'],
    [uri(`&issuer=${'x'.repeat(255)}`), 'name'],
    ['otpauth://totp/ana', 'seed_missing'],
    ['otpauth://totp/ana?secret=', 'seed_missing'],
    ['otpauth://totp/ana?secret', 'seed_missing'],
    ['otpauth://totp/ana?secret=0000', 'seed_letters'],
    ['otpauth://totp/ana#x?secret=MY', 'encoding'],
    [`otpauth://totp/ana?secret=${secret.slice(0, 4)}#${secret.slice(4)}`, 'encoding'],
    [uri('&issuer=Shop #2&digits=8'), 'encoding'],
    [`otpauth://totp/?secret=${toBase32(new Uint8Array(129))}`, 'seed_too_long'],
    [uri('&algorithm=MD5'), 'algorithm'],
    [uri('&algorithm='), 'algorithm'],
    [uri('&algorithm=SHA384'), 'algorithm'],
    [uri('&algorithm=SHA256', 'steam/'), 'algorithm'],
    ...['', '0', '-6', '5', '9', '10', '6.0', '6x', '０', '1e1', '99999999999999999999'].map((n) => [
      uri(`&digits=${n}`),
      'digits',
    ]),
    [uri('&digits=6', 'steam/'), 'digits'],
    [uri('&encoder=steam&digits=7'), 'digits'],
    [uri('&digits=5', 'hotp/'), 'digits'],
    ...['', '0', '-30', '9', '301', '999', '30s', '30.0', '0x1e', 'Infinity'].map((n) => [uri(`&period=${n}`), 'period']),
    ...['', '-1', 'x', '9007199254740992', '1e3'].map((n) => [uri(`&counter=${n}`, 'hotp/'), 'counter']),
    [`otpauth://totp/${'x'.repeat(4096)}`, 'too_long'],
  ])('refuses %j as %s', (text, fault) => expect(readOtpauth(text)).toBe(fault));

  it('refuses or reads exactly, without a crash or a hang, whatever is broken', () => {
    const runs = process.env.SLOW === '1' ? 20_000 : 1_000;
    const good = uri('&issuer=Big%20Shop&algorithm=SHA256&digits=8&period=60');
    let read = 0;
    let slowest = 0;
    const broken = fc.oneof(
      fc
        .tuple(fc.nat(good.length), fc.nat(4), fc.string({ maxLength: 5 }))
        .map(([at, cut, put]) => good.slice(0, at) + put + good.slice(at + cut)),
      fc.string({ unit: 'binary', maxLength: 200 }).map((tail) => `otpauth://totp/${tail}`),
      fc.string({ maxLength: 300 }),
      fc.integer().map((n) => uri(`&digits=${n}`)),
      fc.integer().map((n) => uri(`&period=${n}`)),
      fc.constantFrom('%', '=', '&', ':', '/', '-', ' ', '?').map((sign) => `otpauth://totp/${sign.repeat(4000)}`),
    );
    fc.assert(
      fc.property(broken, (text) => {
        const since = performance.now();
        const made = readOtpauth(text);
        slowest = Math.max(slowest, performance.now() - since);
        if (typeof made === 'string') return;
        read += 1;
        const stated = (name: string): string | undefined => new RegExp(`[?&]${name}=([0-9]+)(?:&|$)`, 'iu').exec(text.trim())?.[1];
        const digits = stated('digits');
        const period = stated('period');
        if (digits !== undefined) expect(made.digits).toBe(Number(digits));
        if (period !== undefined && made.kind !== 'hotp') expect(made.period).toBe(Number(period));
        expect(made.seed.length).toBeGreaterThan(0);
        expect(made.digits >= 5 && made.digits <= 8 && made.period >= 10 && made.period <= 300).toBe(true);
      }),
      { numRuns: runs },
    );
    console.log(`readOtpauth: ${runs} broken addresses, ${read} of them still readable, slowest ${slowest.toFixed(1)} ms`);
    // What grows with the square of a length would take minutes; a busy machine does not.
    expect(slowest).toBeLessThan(3000);
  });
});

describe('readSetup', () => {
  it('takes an address or a typed key', () => {
    expect(readSetup(` ${uri('')} `)).toEqual({ ...base, issuer: 'Shop', label: 'ana' });
    expect(readSetup(secret.toLowerCase())).toEqual(base);
  });

  it('takes a key of Steam behind its own address, and nothing else that begins so', () => {
    for (const text of [
      `steam://${secret}`,
      ` STEAM://${secret.toLowerCase()} `,
      `steam://${secret.slice(0, 4)} ${secret.slice(4)}`,
    ])
      expect(readSetup(text)).toEqual({ ...base, kind: 'steam', digits: 5 });
    expect(readSetup('steam://')).toBe('seed_missing');
    for (const link of ['steam://run/440', 'steam://open/games?x=1', `steam://${secret}?digits=5`])
      expect(readSetup(link)).toBe('seed_letters');
    expect(readSetup(`steam:${secret}`)).toBe('not_otpauth');
    expect(readSetup(`steam://${toBase32(new Uint8Array(129))}`)).toBe('seed_too_long');
  });

  it('says what kind of text is refused', () => {
    expect(readSetup('https://shop.example/')).toBe('not_otpauth');
    expect(readSetup('otpauth-migration://offline?data=CjEK')).toBe('not_otpauth');
    expect(readSetup('no key at all!')).toBe('seed_letters');
    expect(readSetup('  ')).toBe('seed_missing');
  });
});
