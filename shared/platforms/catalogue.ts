import type { Group } from './platform.ts';

/**
 * What the first screens need of a platform the catalogue has; everything else is in its own file below `data/` and is loaded
 * when it is asked for.
 */
export interface PlatformEntry {
  readonly id: string;
  readonly name: string;
  readonly groups: readonly Group[];
  /** Its main host; null for software that runs on the owner's own site. */
  readonly domain: string | null;
  /** Its sign-in page, given only when that is certain; null otherwise. */
  readonly signIn: string | null;
}

const entry = (
  id: string,
  name: string,
  groups: readonly Group[],
  domain: string | null,
  signIn: string | null,
): PlatformEntry => ({ id, name, groups, domain, signIn });

/** Every platform of the catalogue, by name and groups. */
export const PLATFORMS: readonly PlatformEntry[] = [
  entry('tiktok', 'TikTok', ['social'], 'tiktok.com', 'https://www.tiktok.com/login'),
  entry('tiktok_business', 'TikTok Business Center', ['ads'], 'ads.tiktok.com', null),
  entry('instagram', 'Instagram', ['social'], 'instagram.com', 'https://www.instagram.com/accounts/login/'),
  entry('facebook', 'Facebook', ['social'], 'facebook.com', 'https://www.facebook.com/login'),
  entry('meta_business', 'Meta business portfolio', ['ads', 'social'], 'business.facebook.com', null),
  entry('x', 'X', ['social'], 'x.com', 'https://x.com/i/flow/login'),
  entry('youtube', 'YouTube', ['social'], 'youtube.com', 'https://accounts.google.com/signin'),
  entry('google_account', 'Google Account', ['identity'], 'accounts.google.com', 'https://accounts.google.com/signin'),
  entry('google_ads', 'Google Ads', ['ads'], 'ads.google.com', null),
  entry('google_business_profile', 'Google Business Profile', ['local'], 'business.google.com', null),
  entry('linkedin', 'LinkedIn', ['social'], 'linkedin.com', 'https://www.linkedin.com/login'),
  entry('linkedin_pages', 'LinkedIn Pages', ['social', 'ads'], 'linkedin.com', null),
  entry('pinterest', 'Pinterest', ['social', 'ads'], 'pinterest.com', 'https://www.pinterest.com/login/'),
  entry('snapchat', 'Snapchat', ['social', 'ads'], 'snapchat.com', 'https://accounts.snapchat.com/accounts/v2/login'),
  entry('reddit', 'Reddit', ['social', 'ads'], 'reddit.com', 'https://www.reddit.com/login/'),
  entry('threads', 'Threads', ['social'], 'threads.com', null),
  entry('whatsapp', 'WhatsApp', ['messaging'], 'whatsapp.com', 'https://web.whatsapp.com/'),
  entry('telegram', 'Telegram', ['messaging'], 'telegram.org', 'https://web.telegram.org/a/'),
  entry('discord', 'Discord', ['messaging', 'social'], 'discord.com', 'https://discord.com/login'),
  entry('twitch', 'Twitch', ['social'], 'twitch.tv', 'https://www.twitch.tv/login'),
  entry('shopify', 'Shopify', ['commerce'], 'shopify.com', 'https://accounts.shopify.com'),
  entry('etsy', 'Etsy', ['commerce'], 'etsy.com', 'https://www.etsy.com/signin'),
  entry('amazon_seller', 'Amazon Seller Central', ['commerce', 'ads'], 'sellercentral.amazon.com', null),
  entry('wordpress_com', 'WordPress.com', ['site'], 'wordpress.com', 'https://wordpress.com/log-in'),
  entry('wordpress_selfhosted', 'WordPress, own server', ['site'], null, null),
  entry('wix', 'Wix', ['site', 'commerce'], 'wix.com', 'https://users.wix.com/signin'),
  entry('squarespace', 'Squarespace', ['site', 'commerce'], 'squarespace.com', 'https://login.squarespace.com'),
  entry('mailchimp', 'Mailchimp', ['marketing'], 'mailchimp.com', 'https://login.mailchimp.com/'),
  entry('canva', 'Canva', ['work'], 'canva.com', 'https://www.canva.com/login'),
  entry('notion', 'Notion', ['work'], 'notion.so', 'https://www.notion.so/login'),
  entry('slack', 'Slack', ['work'], 'slack.com', 'https://slack.com/signin'),
  entry('dropbox', 'Dropbox', ['work'], 'dropbox.com', 'https://www.dropbox.com/login'),
  entry('apple', 'Apple Account', ['identity'], 'account.apple.com', null),
  entry('microsoft', 'Microsoft account', ['identity'], 'live.com', 'https://login.live.com'),
  entry('paypal', 'PayPal', ['money'], 'paypal.com', 'https://www.paypal.com/signin'),
  entry('stripe', 'Stripe', ['money', 'dev'], 'stripe.com', 'https://dashboard.stripe.com/login'),
  entry('github', 'GitHub', ['dev'], 'github.com', 'https://github.com/login'),
  entry('cloudflare', 'Cloudflare', ['dev', 'domain'], 'cloudflare.com', 'https://dash.cloudflare.com/login'),
  entry('godaddy', 'GoDaddy', ['domain', 'site'], 'godaddy.com', 'https://sso.godaddy.com/'),
  entry('namecheap', 'Namecheap', ['domain'], 'namecheap.com', 'https://www.namecheap.com/myaccount/login/'),
  entry('steam', 'Steam', ['games'], 'steampowered.com', 'https://store.steampowered.com/login'),
  entry('netflix', 'Netflix', ['media'], 'netflix.com', 'https://www.netflix.com/login'),
];

const byId: ReadonlyMap<string, PlatformEntry> = new Map(PLATFORMS.map((platform) => [platform.id, platform]));

/** A platform by its id; null when the catalogue does not have it. */
export function findPlatform(id: string): PlatformEntry | null {
  return byId.get(id) ?? null;
}

/** A platform's name; an unknown id is shown as it is, with spaces. */
export function platformName(id: string): string {
  return byId.get(id)?.name ?? id.replaceAll('_', ' ');
}

/** The name of a platform by its id. */
export type PlatformNames = (id: string) => string;

/** The platforms a person can choose from, and their names. */
export interface Platforms {
  /** By name. */
  readonly all: readonly PlatformEntry[];
  /** A platform by its id; null when nobody knows it. */
  readonly find: (id: string) => PlatformEntry | null;
  readonly name: PlatformNames;
}

/** The catalogue with the platforms a person added laid over it. */
export function platformsWith(added: readonly PlatformEntry[]): Platforms {
  const known = new Map([...PLATFORMS, ...added].map((platform) => [platform.id, platform]));
  return {
    all: [...known.values()].toSorted((a, b) => a.name.localeCompare(b.name)),
    find: (id) => known.get(id) ?? null,
    name: (id) => known.get(id)?.name ?? platformName(id),
  };
}

/** The host to show for an address: without `www.`; null when it is not an https address. */
export function shownHost(address: string): string | null {
  if (!/^https:\/\/[^\s/?#@]+(?:[/?#]|$)/i.test(address)) return null;
  const host = address.slice('https://'.length).split(/[/?#]/, 1)[0] ?? '';
  return host === '' ? null : host.toLowerCase().replace(/^www\./, '');
}
