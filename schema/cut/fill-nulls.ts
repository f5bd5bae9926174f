import { isListType, isNonNullType, type GraphQLOutputType } from 'graphql';
import type { AnswerPlan } from './answer-plan.ts';
import { keptKey } from './cut-document.ts';

type Data = Record<string, unknown>;

/** A null where none is allowed takes what is around it along, up to the nearest place where one is (spec §6.4.4). */
const bubble = Symbol('null goes up');

/**
 * The answer to the cut operation as the answer to the one that was asked: null where something was taken out, in the order
 * of the original. Nulls that were there already stay where the federation put them. Costs nothing below what was not cut.
 */
export function fillNulls(plan: AnswerPlan, data: Data | null): Data | null {
  if (data === null) return null;
  const filled = fillObject(plan, data);
  return filled === bubble ? null : filled;
}

function fillObject(plan: AnswerPlan, data: Data): Data | typeof bubble {
  const type = plan.only ?? data[keptKey];
  const filled: Data = emptyObject();
  for (const { key, type: declared, verdict, below } of plan.fieldsOf(String(type))) {
    const value = verdict === 'ASK' && Object.hasOwn(data, key) ? data[key] : null;
    if (verdict !== 'ASK') {
      if (isNonNullType(declared)) return bubble;
      filled[key] = null;
      continue;
    }
    const complete = declared && below?.isTouched ? completeValue(declared, below, value) : value;
    if (complete === bubble) return bubble;
    filled[key] = complete;
  }
  return filled;
}

function completeValue(type: GraphQLOutputType, below: AnswerPlan, value: unknown): unknown {
  if (isNonNullType(type)) return completeNullable(type.ofType, below, value);
  const complete = completeNullable(type, below, value);
  return complete === bubble ? null : complete;
}

function completeNullable(type: GraphQLOutputType, below: AnswerPlan, value: unknown): unknown {
  if (value === null || value === undefined) return null;
  if (isListType(type)) {
    if (!Array.isArray(value)) return null;
    const items = value.map((item: unknown) => completeValue(type.ofType, below, item));
    return items.includes(bubble) ? bubble : items;
  }
  return isObject(value) ? fillObject(below, value) : null;
}

const isObject = (value: unknown): value is Data => typeof value === 'object' && value !== null;

/** Without a prototype: a response key may be any name, `__proto__` too. */
const emptyObject = (): Data => Object.create(null) as Data;
