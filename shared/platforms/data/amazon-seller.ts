import { high, low, medium, unknown } from '../fact.ts';
import { level, lowest } from '../level.ts';
import type { Platform } from '../platform.ts';

/** Amazon Seller Central, opened with an Amazon account. */
export const amazonSeller: Platform = {
  id: 'amazon_seller',
  name: 'Amazon Seller Central',
  groups: ['commerce', 'ads'],
  domains: ['sellercentral.amazon.com', 'amazon.com'],
  loginOf: null,
  checked: '2026-08',
  sure: 'medium',
  signIn: medium('https://sellercentral.amazon.com', 'The login is that of an Amazon account.'),
  password: {
    address: high('https://www.amazon.com/ax/account/manage'),
    menu: medium('Account & Lists > Account > Login & security > Password > Edit'),
  },
  sessions: {
    menu: low(
      'Account > Login & security > Compromised account > Start',
      'Registered devices are also under Manage your content and devices.',
    ),
    oneByOne: low('yes', 'For registered devices: Deregister.'),
    everywhere: low('yes', 'It belongs to the steps for a compromised account.'),
    passwordSignsOut: low('yes', 'Even Alexa devices, it is said.'),
  },
  twoStep: {
    menu: unknown('No source worth trusting says where.'),
    methods: high(
      { authenticator: 'yes', sms: 'yes', call: 'yes', passkey: 'sign_in' },
      'A phone comes first. Each country’s site has its own passkey, which is no second step.',
    ),
  },
  delegated: {
    available: high('yes', 'On the Professional selling plan only.'),
    how: high('You invite a mail address, and then allow single tools.'),
    levels: high([
      level(null, 'Primary user', 'Everything; registered the account.'),
      level(null, 'Secondary user made administrator', 'The page for user permissions as well.'),
      lowest(null, 'Secondary user', 'The tools you tick; at first none.', 'Choose view where you can, and keep payments off.'),
    ]),
    idExchanged: high('Their mail address.'),
    freelancerAsks: unknown('No way to ask was seen; you invite.'),
    remove: high({ menu: 'Settings > User permissions', say: 'Remove the secondary user.' }),
    ownerSteps: [
      'Open Settings > User permissions, enter name and mail address, then Send invitation.',
      'When they have accepted, choose Manage permission.',
      'Tick single tools, and leave payments off.',
    ],
    freelancerSteps: ['Tell the owner your mail address.', 'Accept the invitation with a login of your own.'],
  },
  takeBack: [
    {
      value:
        'At first a secondary user can neither start nor redirect payouts; permissions for all countries are set apart, for each user.',
      sure: 'high',
    },
    { value: 'You cannot make a seller account over to somebody else.', sure: 'high' },
  ],
  codes: unknown('Nothing unusual was reported.'),
};
