import { high, medium, unknown } from '../fact.ts';
import { level, lowest } from '../level.ts';
import type { Platform } from '../platform.ts';

/** Shopify: a store and its admin. */
export const shopify: Platform = {
  id: 'shopify',
  name: 'Shopify',
  groups: ['commerce'],
  domains: ['shopify.com', 'myshopify.com'],
  loginOf: null,
  checked: '2026-08',
  sure: 'medium',
  signIn: high('https://accounts.shopify.com', 'The admin of a store is at admin.shopify.com.'),
  password: { address: high('https://accounts.shopify.com/lookup') },
  sessions: {},
  twoStep: {
    menu: unknown('No source worth trusting says where.'),
    methods: high(
      { authenticator: 'yes', sms: 'yes', security_key: 'yes', passkey: 'yes' },
      'The phone app and the till app do not take a security key.',
    ),
    backupCodesAnew: unknown('Only pages made by machines describe it.'),
  },
  delegated: {
    available: high('yes', 'As a collaborator, or as staff.'),
    how: high('The freelancer asks from their Partner Dashboard, and you approve under Collaborators.'),
    levels: high(
      [
        level(null, 'Store owner', 'Everything.'),
        level(null, 'Administrator role', 'Looks after users; cannot hand the store to another owner.'),
        level(null, 'User with a role', 'What the role says: merchandiser, store editor, support, marketer, or one you make.'),
        lowest(null, 'Collaborator', 'Only the parts you tick. Takes no staff seat and can be given a last day.'),
      ],
      'Older guides know staff accounts with ticked permissions instead.',
    ),
    idExchanged: high('The .myshopify.com address of the store, and a request code of four digits.'),
    freelancerAsks: high('They need a Shopify Partner account; they enter the address, the code and what they need.'),
    remove: medium({ menu: 'Settings > Users and permissions > Collaborators', say: 'Open the person and remove them.' }),
    ownerSteps: [
      'Open Settings > Users and permissions > Collaborators and copy the request code.',
      'Send it with your .myshopify.com address.',
      'When the request is there, untick what was not agreed, set a last day and approve.',
    ],
    freelancerSteps: [
      'In your Partner Dashboard, open Stores > Add store > Request access to store.',
      'Enter the address, the code and the parts you need.',
      'Wait until the owner approves.',
    ],
  },
  takeBack: [
    { value: 'Nobody gets in by the request code alone; you still approve each request.', sure: 'medium' },
    { value: 'In one store a person is either staff or a collaborator, never both.', sure: 'high' },
  ],
  codes: unknown('Nothing unusual was reported.'),
};
