import { initials } from '../lib/initials.ts';

export type FaceProps = {
  readonly name: string;
  /** 22, 28 (when left out) or 40 px. */
  readonly size?: 'small' | 'big' | undefined;
};

/** A person as two letters in a circle; the name beside it is what a screen reader reads. */
export function Face({ name, size }: FaceProps) {
  return (
    <span className={size === undefined ? 'face' : `face ${size}`} aria-hidden="true">
      {initials(name)}
    </span>
  );
}
