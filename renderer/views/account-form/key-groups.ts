/** A setup key as it is being typed, in capitals and groups of four; an address or anything else stays as it is. */
export function groupKey(typed: string): string {
  const bare = typed.replace(/[\s-]/g, '');
  if (!/^[A-Za-z2-7]+=*$/.test(bare) || /^otpauth/i.test(bare)) return typed;
  return (bare.toUpperCase().match(/.{1,4}/g) ?? []).join(' ');
}
