import type { z } from 'zod';
import { assertNever } from '../../../shared/errors.ts';
import { isAsLong, type Rule, ruleOf } from './rules.ts';

/** A test of JSON data: true when it fits. */
export type Fits = (value: unknown) => boolean;

/**
 * Makes of a zod schema a test that answers the same for JSON and copies nothing. Knows what the record shapes are made of; throws
 * TypeError for a schema with anything else in it, so that none is ever tested by half.
 */
export function fitsOf(schema: z.core.$ZodType): Fits {
  return testOf(ruleOf(schema));
}

function testOf(rule: Rule): Fits {
  switch (rule.kind) {
    case 'object':
      return strictObject(rule);
    case 'list': {
      const { least, most } = rule;
      const item = testOf(rule.item);
      return (value) => Array.isArray(value) && value.length >= least && value.length <= most && value.every(item);
    }
    case 'text': {
      const { pattern } = rule;
      return (value) => typeof value === 'string' && isAsLong(value, rule) && (pattern === null || pattern.test(value));
    }
    case 'number': {
      const { least, most } = rule;
      return (value) => Number.isSafeInteger(value) && (value as number) >= least && (value as number) <= most;
    }
    case 'truth':
      return (value) => typeof value === 'boolean';
    case 'choice': {
      const allowed = new Set(rule.values);
      return (value) => allowed.has(value);
    }
    default:
      return assertNever(rule);
  }
}

function strictObject({ members, needed }: Extract<Rule, { readonly kind: 'object' }>): Fits {
  const tests = new Map(members.map(([key, rule]) => [key, testOf(rule)]));
  return (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
    const held = value as Readonly<Record<string, unknown>>;
    // Data has no prototype, or the plain one: no key of the shapes is inherited.
    for (const key in held) if (!(tests.get(key)?.(held[key]) ?? false)) return false;
    for (const key of needed) if (held[key] === undefined) return false;
    return true;
  };
}
