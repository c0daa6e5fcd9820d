import { elsewhere } from '../elsewhere.ts';
import { high, medium, none } from '../fact.ts';
import { level, lowest } from '../level.ts';
import type { Platform } from '../platform.ts';

/** A YouTube channel, opened with a Google Account. */
export const youtube: Platform = {
  id: 'youtube',
  name: 'YouTube',
  groups: ['social'],
  domains: ['youtube.com', 'studio.youtube.com'],
  loginOf: 'google_account',
  checked: '2026-08',
  sure: 'high',
  signIn: high('https://accounts.google.com/signin'),
  password: { ...elsewhere.password, address: high('https://myaccount.google.com/signinoptions/password') },
  sessions: elsewhere.sessions,
  twoStep: {
    ...elsewhere.twoStep,
    methods: high({ authenticator: 'yes', sms: 'yes', call: 'yes', push: 'yes', security_key: 'yes', passkey: 'yes' }),
  },
  connectedApps: none(),
  delegated: {
    available: high('yes', 'They are called channel permissions.'),
    how: high('You invite a mail address with a role in YouTube Studio, and the person accepts.'),
    levels: high([
      level(null, 'Owner', 'Everything, deleting the channel included.'),
      level(null, 'Manager', 'Permissions, videos and live streams; the channel itself cannot be deleted.'),
      level(null, 'Editor', 'Uploads, edits and publishes; neither deletes what is published nor lets others in.'),
      level(null, 'Editor (limited)', 'The same, but sees no revenue.'),
      level(null, 'Subtitle editor', 'Nothing but subtitles.'),
      level(null, 'Viewer', 'Sees everything, changes nothing.'),
      lowest(
        null,
        'Viewer (limited)',
        'Sees everything but revenue, changes nothing.',
        'Enough for looking. For work, take Subtitle editor or Editor (limited).',
      ),
    ]),
    idExchanged: high('The mail address of their Google account.'),
    freelancerAsks: medium('An owner or manager invites; no way to ask from outside was found.'),
    remove: high({ menu: 'YouTube Studio > Settings > Permissions', say: 'Choose Remove access beside the person.' }),
    ownerSteps: [
      'In YouTube Studio, open Settings > Permissions > Invite.',
      'Enter the mail address of their Google account.',
      'Choose the lowest role that does the work: Editor (limited) for videos, Viewer (limited) for numbers.',
    ],
    freelancerSteps: [
      'Tell the owner the mail address of your Google account.',
      'Accept the invitation from the mail.',
      'Work in YouTube Studio with your own login.',
    ],
  },
  takeBack: [{ value: 'A channel on a Brand Account must move to channel permissions before any of this works.', sure: 'high' }],
  codes: elsewhere.codes,
};
