import { Fragment } from 'react';
import { secretParts } from '../lib/secret-parts.ts';

/** Twelve dots, whatever the length of the secret. */
export const concealed = '•'.repeat(12);

export type SecretTextProps = { readonly value: string };

/** A secret in monospace, digits and symbols coloured; always set left to right, so that it reads as it is typed. */
export function SecretText({ value }: SecretTextProps) {
  return (
    <span className="secret" dir="ltr" translate="no">
      {secretParts(value).map(({ kind, text, at }) => {
        if (kind === 'digit') return <i key={at}>{text}</i>;
        if (kind === 'symbol') return <u key={at}>{text}</u>;
        return <Fragment key={at}>{text}</Fragment>;
      })}
    </span>
  );
}
