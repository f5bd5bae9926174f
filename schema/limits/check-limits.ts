import {
  GraphQLError,
  Lexer,
  parse,
  Source,
  TokenKind,
  visit,
  type DocumentNode,
  type FieldNode,
} from 'graphql';
import type { Limits } from './limits.ts';
import { countingEnds, measureOperations } from './measure.ts';
import { badOperation, limitExceeded, printCount } from './refusal.ts';

/**
 * Why an operation is too large to be looked at, or null. Tokens are counted before it is parsed: a parser recurses, and
 * a quarter of a megabyte of brackets would take its stack. A document that cannot be read gives null, because saying
 * what is wrong with it is the parser's task.
 */
export function findRefusal(source: string, limits: Limits): GraphQLError | null {
  if (hasMoreTokens(source, limits.tokens)) {
    const allowed = limits.tokens;
    return limitExceeded(
      `Too long: more than ${printCount(allowed)} tokens, ${printCount(allowed)} are allowed.`,
      'tokens',
      allowed,
      allowed + 1,
    );
  }
  const document = parseIfReadable(source);
  return document ? findRefusalIn(document, limits) : null;
}

/** As `findRefusal`, of a document that is parsed already. */
export function findRefusalIn(document: DocumentNode, limits: Limits): GraphQLError | null {
  const written = countWritten(document);
  const measures = measureOperations(document);
  const most = (kind: 'depth' | 'fields' | 'width'): number =>
    measures.reduce((largest, measure) => Math.max(largest, measure[kind]), 0);
  return (
    exceeds('depth', 'Too deep', 'levels', most('depth'), limits.depth) ??
    exceeds('fields', 'Too many fields', 'after expanding fragments', most('fields'), limits.fields) ??
    exceeds('rootFields', 'Too many root fields', 'fields at the top', most('width'), limits.rootFields) ??
    exceeds('aliases', 'Too many aliases', 'aliases', written.aliases, limits.aliases) ??
    exceeds('directives', 'Too many directives', 'directives', written.directives, limits.directives) ??
    exceeds('aliasLength', 'Too long an alias', 'characters', written.longestAlias, limits.aliasLength) ??
    refuseReserved(written.reserved)
  );
}

function hasMoreTokens(source: string, allowed: number): boolean {
  const lexer = new Lexer(new Source(source));
  try {
    for (let count = 0; count <= allowed; count += 1) {
      if (lexer.advance().kind === TokenKind.EOF) return false;
    }
    return true;
  } catch (error) {
    if (error instanceof GraphQLError) return false;
    throw error;
  }
}

function parseIfReadable(source: string): DocumentNode | null {
  try {
    return parse(source);
  } catch (error) {
    if (error instanceof GraphQLError) return null;
    throw error;
  }
}

interface Written {
  readonly aliases: number;
  readonly directives: number;
  readonly longestAlias: number;
  /** A field under an alias that the gateway keeps for itself. */
  readonly reserved: FieldNode | undefined;
}

function countWritten(document: DocumentNode): Written {
  let aliases = 0;
  let directives = 0;
  let longestAlias = 0;
  let reserved: FieldNode | undefined;
  visit(document, {
    Field: (field) => {
      if (!field.alias) return;
      aliases += 1;
      longestAlias = Math.max(longestAlias, field.alias.value.length);
      if (isReserved(field.alias.value)) reserved ??= field;
    },
    Directive: () => {
      directives += 1;
    },
  });
  return { aliases, directives, longestAlias, reserved };
}

function exceeds(
  limit: string,
  what: string,
  unit: string,
  found: number,
  allowed: number,
): GraphQLError | null {
  if (found <= allowed) return null;
  const counted = `${found >= countingEnds ? 'more than ' : ''}${printCount(found)}`;
  return limitExceeded(
    `${what}: ${counted} ${unit}, ${printCount(allowed)} are allowed.`,
    limit,
    allowed,
    found,
  );
}

/**
 * The planner itself asks for `__typename` under names of its own, and takes what stands there for the type; calls between
 * subgraphs answer under `_entities`, and what stands there is taken for one.
 */
const isReserved = (alias: string): boolean =>
  alias.startsWith('__') || alias === '_entities' || alias === '_service';

const refuseReserved = (field: FieldNode | undefined): GraphQLError | null =>
  field
    ? badOperation(
        'Expected an alias that is not reserved (`__…`, `_entities`, `_service`), found one that is.',
        [field],
      )
    : null;
