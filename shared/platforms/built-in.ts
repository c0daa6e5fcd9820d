import { amazonSeller } from './data/amazon-seller.ts';
import { apple } from './data/apple.ts';
import { canva } from './data/canva.ts';
import { cloudflare } from './data/cloudflare.ts';
import { discord } from './data/discord.ts';
import { dropbox } from './data/dropbox.ts';
import { etsy } from './data/etsy.ts';
import { facebook } from './data/facebook.ts';
import { github } from './data/github.ts';
import { godaddy } from './data/godaddy.ts';
import { googleAccount } from './data/google-account.ts';
import { googleAds } from './data/google-ads.ts';
import { googleBusinessProfile } from './data/google-business-profile.ts';
import { instagram } from './data/instagram.ts';
import { linkedin } from './data/linkedin.ts';
import { linkedinPages } from './data/linkedin-pages.ts';
import { mailchimp } from './data/mailchimp.ts';
import { metaBusiness } from './data/meta-business.ts';
import { microsoft } from './data/microsoft.ts';
import { namecheap } from './data/namecheap.ts';
import { netflix } from './data/netflix.ts';
import { notion } from './data/notion.ts';
import { paypal } from './data/paypal.ts';
import { pinterest } from './data/pinterest.ts';
import { reddit } from './data/reddit.ts';
import { shopify } from './data/shopify.ts';
import { slack } from './data/slack.ts';
import { snapchat } from './data/snapchat.ts';
import { squarespace } from './data/squarespace.ts';
import { steam } from './data/steam.ts';
import { stripe } from './data/stripe.ts';
import { telegram } from './data/telegram.ts';
import { threads } from './data/threads.ts';
import { tiktok } from './data/tiktok.ts';
import { tiktokBusiness } from './data/tiktok-business.ts';
import { twitch } from './data/twitch.ts';
import { whatsapp } from './data/whatsapp.ts';
import { wix } from './data/wix.ts';
import { wordpressCom } from './data/wordpress-com.ts';
import { wordpressSelfhosted } from './data/wordpress-selfhosted.ts';
import { x } from './data/x.ts';
import { youtube } from './data/youtube.ts';
import type { Platform } from './platform.ts';

/** What is known of every platform of the catalogue, in its order. */
export const BUILT_IN: readonly Platform[] = [
  tiktok,
  tiktokBusiness,
  instagram,
  facebook,
  metaBusiness,
  x,
  youtube,
  googleAccount,
  googleAds,
  googleBusinessProfile,
  linkedin,
  linkedinPages,
  pinterest,
  snapchat,
  reddit,
  threads,
  whatsapp,
  telegram,
  discord,
  twitch,
  shopify,
  etsy,
  amazonSeller,
  wordpressCom,
  wordpressSelfhosted,
  wix,
  squarespace,
  mailchimp,
  canva,
  notion,
  slack,
  dropbox,
  apple,
  microsoft,
  paypal,
  stripe,
  github,
  cloudflare,
  godaddy,
  namecheap,
  steam,
  netflix,
];
