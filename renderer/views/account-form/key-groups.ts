/** A setup key as it is being typed, in capitals and groups of four; an address or anything else stays as it is. */
export function groupKey(typed: string): string {
  const bare = typed.replace(/[\s-]/g, '');
  // While it may still become an address, it is left alone: grouping would put spaces and capitals into it.
  const maybeAddress = 'otpauth'.startsWith(bare.toLowerCase()) || /^otpauth/i.test(bare);
  if (!/^[A-Za-z2-7]+=*$/.test(bare) || maybeAddress) return typed;
  return (bare.toUpperCase().match(/.{1,4}/g) ?? []).join(' ');
}
