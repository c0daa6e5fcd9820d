import { elsewhere } from '../elsewhere.ts';
import { high, low, medium } from '../fact.ts';
import { level, lowest } from '../level.ts';
import type { Platform } from '../platform.ts';

/** A Meta business portfolio, worked in through Meta Business Suite. */
export const metaBusiness: Platform = {
  id: 'meta_business',
  name: 'Meta business portfolio',
  groups: ['ads', 'social'],
  domains: ['business.facebook.com'],
  loginOf: 'facebook',
  checked: '2026-08',
  sure: 'high',
  signIn: medium('https://business.facebook.com'),
  password: elsewhere.password,
  sessions: elsewhere.sessions,
  twoStep: { ...elsewhere.twoStep, rules: low('A portfolio can demand a second step of all its people.') },
  connectedApps: high({ menu: 'Facebook Settings > Business integrations > Remove', say: 'Each person has their own list.' }),
  delegated: {
    available: high('yes'),
    how: high('You invite a person by mail address with a level and single assets, or you add another portfolio as a partner.'),
    levels: high([
      level(null, 'Full control', 'Everything in the portfolio, people and its deletion included; once called admin.'),
      lowest(
        null,
        'Partial access: Basic',
        'What you assign and nothing else. It is the level given by default; once called employee.',
      ),
      level(null, 'Partial access: Apps and integrations', 'Events, apps and their access tokens; once called developer.'),
      level(null, 'Finance access (advanced)', 'Reads or manages the bills.'),
      level(
        null,
        'Temporary access (advanced)',
        'Runs out by itself, after 3 to 75 days as you set it.',
        'Made for lending: set it to the last day.',
      ),
    ]),
    idExchanged: high('The partner’s business ID, which is the ID of their portfolio.'),
    freelancerAsks: medium('Their portfolio asks for your assets under Partners; someone with full control on your side approves.'),
    remove: medium({ menu: 'Settings > People', say: 'Or Partners. Remove them there; temporary access ends on the day you set.' }),
    ownerSteps: [
      'For one person: open Settings > People > Invite people and enter the mail address.',
      'For a firm: open Settings > Partners and enter the ID of their portfolio.',
      'Choose Basic, and set temporary access to the last day if it is offered.',
      'Tick only the assets and tasks that were agreed.',
    ],
    freelancerSteps: [
      'Send the owner the ID of your portfolio, or the mail address of your own login.',
      'Or ask for the assets under Partners in your portfolio.',
      'Accept the invitation, and turn on your own second step.',
    ],
  },
  takeBack: [
    { value: 'A partner cannot pass an asset to a third business, not even with full control of it.', sure: 'medium' },
    { value: 'The Partners menu shows only to people with full control of the portfolio.', sure: 'medium' },
  ],
  codes: elsewhere.codes,
};
