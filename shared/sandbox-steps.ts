/**
 * What the sandbox proposes to try, in its order. `sealed`: the owner hands off an account. `given`: the freelancer has the message.
 * `taken`: it is taken up. `receipt`: the owner has the receipt. `ended`: the owner ended the loan.
 */
export const SANDBOX_STEPS = ['sealed', 'given', 'taken', 'receipt', 'ended'] as const;
export type SandboxStep = (typeof SANDBOX_STEPS)[number];
