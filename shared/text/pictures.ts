import { inLanguage } from './language.ts';

function missing(have: readonly number[], of: number): string {
  const left = of - have.length;
  return left === 1 ? 'one is still' : `${left} are still`;
}

/** Words of taking a key from a picture or the camera. */
export const pictureText = inLanguage('pictures.pictureText', {
  title: 'Or read its QR code',
  lead: 'Choose a picture, drop it here, or paste a screenshot.',
  pick: 'Choose a picture',
  reading: 'Looking for a code',
  camera: 'Use the camera',
  warning: 'Whoever has this picture can make every code.',
  warningTodo:
    'If it was sent in a chat, it stays there and in its backups: delete it at both ends, or better, let the platform make a new key once you are in.',
  which: 'Which of these is it?',
  whichLead: (n: number) => `The picture holds ${n} keys. The others are forgotten.`,
  part: (have: readonly number[], of: number) => `${have.length === 1 ? 'Picture' : 'Pictures'} ${have.join(', ')} of ${of}`,
  partLead: (have: readonly number[], of: number) =>
    `This transfer is spread over ${of} pictures, and ${missing(have, of)} to come. Choose, drop or paste the next, or several at once, or take a key that is here.`,
  pickNext: 'Choose the next picture',
  whichParts: (n: number, of: number) =>
    `${n === 1 ? 'One key is' : `${n} keys are`} here of a transfer of ${of} pictures. The others are forgotten once one is saved.`,
  unnamed: 'Without a name',
  none: 'None of them',
  cameraTitle: 'Hold the QR code before the camera',
  cameraLead: 'The pictures are looked at on this computer and kept nowhere. The camera goes off by itself.',
  cameraStarting: 'Starting the camera',
  cameraView: 'What the camera sees',
  cameraStop: 'Stop',
  cameraLate: 'No code was found within a minute, and the camera is off.',
  cameraAgain: 'Try again',
  faults: {
    denied: 'The camera was not allowed. Allow it for Latchkey in the settings of this computer.',
    absent: 'There is no camera here.',
    taken: 'The camera cannot be used now; another program may have it.',
  },
} as const);

/** Words of codes that follow a counter, and of the kinds of codes. */
export const counterText = inLanguage('pictures.counterText', {
  type: 'Codes change',
  types: { totp: 'By the clock', hotp: 'By a counter', steam: 'As Steam shows them' },
  counter: 'Next counter',
  counterHint: 'A whole number; the platform says where it stands.',
  typedHint: 'Ask your phone for its next code. When it fits, the counter here stands where your phone’s does.',
  title: 'Codes by a counter',
  notYetHint: 'Saved, but marked as not compared. Its first code is on the page of the account, once you ask for it.',
  lead: 'These codes follow a counter: each is used once, and none is shown before you ask for it.',
  next: 'Next code',
  taking: 'Saving',
  shown: (counter: number) => `the code of counter ${counter}, used up here`,
  stands: (counter: number) => `follows a counter; the next is ${counter}`,
  set: 'Set the counter',
  setTitle: 'Set the counter',
  setLead: 'If the platform refuses the codes, its counter has moved on. A lower number gives codes that were used before.',
  setAct: 'Set it',
  setting: 'Setting',
  keep: 'Leave it',
  words: { next: 'next', soon: (seconds: number) => `covered in ${seconds} s`, none: 'No code taken' },
} as const);

/** Settings of a key in one line. */
export const keyLine = inLanguage('pictures.keyLine', (type: 'hotp' | 'steam', digits: number, counter: number): string =>
  type === 'steam' ? 'Steam’s own spelling, every 30 s' : `${digits} digits by a counter, the next is ${counter}`,
);
