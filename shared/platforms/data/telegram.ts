import { high, medium, none, unknown } from '../fact.ts';
import { level, lowest } from '../level.ts';
import type { Platform } from '../platform.ts';

/** Telegram. */
export const telegram: Platform = {
  id: 'telegram',
  name: 'Telegram',
  groups: ['messaging'],
  domains: ['telegram.org', 'web.telegram.org'],
  loginOf: null,
  checked: '2026-08',
  sure: 'high',
  signIn: high(
    'https://web.telegram.org/a/',
    'You sign in with a code for the phone number, or by QR: Settings > Devices > Link Desktop Device.',
  ),
  password: {
    address: none('It is changed in the app, not on a web page.'),
    menu: high('Settings > Privacy and Security > Two-Step Verification > Change Password', 'It is called the cloud password.'),
  },
  sessions: {
    address: none('In the app.'),
    menu: high('Settings > Privacy and Security > Active sessions', 'On the phone: Settings > Devices.'),
    oneByOne: high('yes', 'Choose “Terminate Session”.'),
    everywhere: high('yes', '“Terminate all other sessions” leaves in only the device you hold. Idle ones can end by themselves.'),
  },
  twoStep: {
    menu: high('Settings > Privacy and Security > Two-Step Verification'),
    methods: high(
      { sms: 'yes', call: 'yes', mail: 'recovery' },
      'The second step is a cloud password, which a mail address can recover. Sign-in codes come in the app, by SMS or by call.',
    ),
    backupCodesAnew: none('There are none: the recovery mail helps, or seven days of waiting.'),
    authenticatorAnew: none('It takes no authenticator app.'),
  },
  connectedApps: high({
    menu: 'Settings > Privacy and Security > Connected websites',
    say: 'Choose Disconnect, or Disconnect all. On a business account look at Chatbots too.',
  }),
  delegated: {
    available: high(
      'partly',
      'Channels and groups have administrators, and a business account takes bots. The account itself is yours alone.',
    ),
    how: high('You make the person an administrator of the channel or group and tick their rights.'),
    levels: high([
      level(null, 'Owner', 'Everything, passing it on included.'),
      level(
        null,
        'Channel admin rights',
        'Each right is ticked alone: posts, edits, stories, live streams, messages, people, other admins.',
      ),
      lowest(null, 'Channel admin with Post messages only', 'Posts.'),
      level(
        null,
        'Group admin rights',
        'Each ticked alone: details, deleting, bans, invitations, pins, topics, calls, other admins.',
      ),
    ]),
    idExchanged: unknown('You pick the person from contacts or members.'),
    freelancerAsks: unknown('No way to ask was seen.'),
    remove: medium({ menu: 'Manage > Administrators', say: 'Open the person and lower or take away the rights.' }),
    ownerSteps: [
      'Open the channel or group, then Manage > Administrators > Add Administrator.',
      'Pick the person.',
      'Leave only Post messages on; above all, leave adding admins off.',
    ],
    freelancerSteps: ['Join the channel or group, so that the owner can pick you.'],
  },
  takeBack: [
    { value: 'A channel changes owner only after seven days of two-step verification, from a session a day old.', sure: 'high' },
    { value: 'An admin who may add admins may have added some, with no more rights than their own. Read the list.', sure: 'high' },
  ],
  codes: none('It takes no authenticator app.'),
};
