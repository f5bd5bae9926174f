import type { Evaluation, Finding } from './evaluate.ts';

const nameOf = ({ rule, record, veto, effect }: Finding): string =>
  `${rule} ${effect} by ${record ? `record ${record.id} in version ${record.version}` : `veto ${veto ?? ''}`}`;

/** In what two evaluations of the same facts differ, a sentence each; empty when in nothing. */
export function explainDifference(then: Evaluation, now: Evaluation): readonly string[] {
  const before = new Map(then.findings.map((finding) => [nameOf(finding), finding]));
  const after = new Map(now.findings.map((finding) => [nameOf(finding), finding]));
  const termOf = ({ effectiveFrom, effectiveTo, basisArticle }: Finding): string =>
    `${effectiveFrom ?? 'ever'} to ${effectiveTo ?? 'ever'} under ${basisArticle === '' ? 'no article' : basisArticle}`;
  return [
    ...(then.proposal === now.proposal
      ? []
      : [`The proposal was ${then.proposal} and would be ${now.proposal}.`]),
    ...[...before.keys()].filter((name) => !after.has(name)).map((name) => `No longer found: ${name}.`),
    ...[...after.keys()].filter((name) => !before.has(name)).map((name) => `Newly found: ${name}.`),
    ...[...before].flatMap(([name, one]) => {
      const other = after.get(name);
      return other && termOf(one) !== termOf(other)
        ? [`Another term of ${name}: was ${termOf(one)}, would be ${termOf(other)}.`]
        : [];
    }),
  ];
}
