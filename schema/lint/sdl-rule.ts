import { parse, type DocumentNode } from 'graphql';
import type { Fault } from './fault.ts';

/** The little of ESLint that a rule over a whole document needs. */
interface RuleContext {
  readonly sourceCode: { readonly text: string };
  readonly report: (found: {
    readonly loc: { readonly line: number; readonly column: number };
    readonly message: string;
  }) => void;
}

/** An ESLint rule of a function that finds faults in an SDL. */
export function createSdlRule(findFaults: (sdl: DocumentNode) => readonly Fault[]): {
  readonly create: (context: RuleContext) => { readonly Document: () => void };
} {
  return {
    create: (context) => ({
      Document: () => {
        for (const { at, message } of findFaults(parse(context.sourceCode.text))) {
          const { line = 1, column = 1 } = at.loc?.startToken ?? {};
          context.report({ loc: { line, column: column - 1 }, message });
        }
      },
    }),
  };
}
